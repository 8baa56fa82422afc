package io.duban.lead;

import io.duban.document.PaperKind;
import io.duban.document.PaperText;
import io.duban.document.Papers;
import io.duban.document.PreparedPaper;
import io.duban.organisation.Organisations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * 督办通知的文字 (A21): which leads a district is to verify, by number, unit and category alone. What a lead says is read
 * in its file by whoever may; on paper, which travels, it does not stand (A53).
 */
@Component
class NoticePapers {

    private final Papers papers;
    private final ConsolidationRepository lines;
    private final Organisations organisations;

    NoticePapers(Papers papers, ConsolidationRepository lines, Organisations organisations) {
        this.papers = papers;
        this.lines = lines;
        this.organisations = organisations;
    }

    /** Lays the notice to one district out. */
    PreparedPaper prepare(String noticeId, Consolidation period, String district) {
        String name = organisations.get(district).name();
        return papers.prepare(new PaperText(
                PaperKind.SUPERVISION_NOTICE,
                noticeId,
                period.receivingUnit(),
                name + "教育局，" + name + "人民政府教育督导室",
                Map.of(
                        "标题", String.valueOf(period.title()),
                        "办理要求", String.valueOf(period.requirements()),
                        "反馈期限", Papers.chinese(Objects.requireNonNull(period.replyDue()))),
                rows(period.id(), district)));
    }

    /** Answers the number. */
    String issue(PreparedPaper notice) {
        return papers.issue(notice).number();
    }

    private List<Map<String, String>> rows(String consolidationId, String district) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (GatheredLead line : lines.gathered(consolidationId)) {
            if (line.included() && district.equals(line.districtUnit())) {
                rows.add(Map.of(
                        "序号", String.valueOf(rows.size() + 1),
                        "线索编号", line.ref(),
                        "涉及单位",
                                line.accusedUnit() == null
                                        ? ""
                                        : organisations.get(line.accusedUnit()).name(),
                        "问题类别", line.categoryLabel()));
            }
        }
        return rows;
    }
}
