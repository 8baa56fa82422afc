package io.duban.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * 文种: the papers a supervision office issues, each with its layout, the body in whose name it goes out, the ending of
 * its 代字 and the tags its template holds.
 */
public enum PaperKind {
    SUPERVISION_NOTICE(
            "督办通知",
            PaperLayout.RED_HEAD,
            IssuingBody.OFFICE,
            "办",
            List.of("标题", "办理要求", "反馈期限"),
            List.of(),
            List.of("序号", "线索编号", "涉及单位", "问题类别")),
    KEY_ISSUE_ORDER(
            "重点问题督办单",
            PaperLayout.FORM,
            IssuingBody.OFFICE,
            "",
            List.of("被督办单位", "存在问题", "违反规定", "社会影响", "上级规定"),
            List.of("标题"),
            List.of()),
    RECTIFICATION_ORDER(
            "问题整改督办单",
            PaperLayout.FORM,
            IssuingBody.OFFICE,
            "",
            List.of("督办时间"),
            List.of("标题", "联系人", "联系电话"),
            List.of("序号", "发现的问题", "整改要求", "整改时限")),
    RECTIFICATION_LETTER(
            "整改督办函", PaperLayout.LETTER, IssuingBody.BUREAU, "函", List.of("标题", "问题与要求"), List.of(), List.of()),
    URGING_NOTE(
            "催办单",
            PaperLayout.FORM,
            IssuingBody.OFFICE,
            "催",
            List.of("督办编号", "督办标题", "催办次数", "逾期情况"),
            List.of(),
            List.of()),
    EXTENSION_REPLY(
            "延期批复",
            PaperLayout.LETTER,
            IssuingBody.OFFICE,
            "复",
            List.of("标题", "督办编号", "申请事项", "批复意见"),
            List.of("批复理由"),
            List.of()),
    SIGN_OFF_CONFIRMATION(
            "销号确认单",
            PaperLayout.FORM,
            IssuingBody.OFFICE,
            "销",
            List.of("督办编号", "督办标题", "被督办单位"),
            List.of(),
            List.of("序号", "问题", "销号编号", "销号日期")),
    INTERVIEW_NOTICE(
            "约谈通知书",
            PaperLayout.LETTER,
            IssuingBody.OFFICE,
            "约",
            List.of("督办编号", "约谈日期", "约谈地点", "约谈事由"),
            List.of("约谈情形"),
            List.of()),
    INTERVIEW_MINUTES(
            "约谈纪要",
            PaperLayout.MINUTES,
            IssuingBody.OFFICE,
            "纪",
            List.of("督办编号", "约谈日期", "约谈人", "被约谈人", "约谈记录", "整改要求", "整改期限"),
            List.of("约谈地点", "记录人"),
            List.of()),
    INTERVIEW_BULLETIN(
            "约谈情况通报",
            PaperLayout.RED_HEAD,
            IssuingBody.OFFICE,
            "通",
            List.of("标题", "督办编号", "约谈日期", "被约谈单位", "约谈情形", "整改要求", "整改期限"),
            List.of(),
            List.of()),
    ACCOUNTABILITY_NOTICE(
            "问责告知书",
            PaperLayout.LETTER,
            IssuingBody.COMMITTEE,
            "告",
            List.of("督办编号", "问责情形", "事实材料", "陈述期限"),
            List.of("告知方式"),
            List.of()),
    ACCOUNTABILITY_DECISION(
            "问责决定书",
            PaperLayout.RED_HEAD,
            IssuingBody.COMMITTEE,
            "责",
            List.of("督办编号", "基本情况", "问责事实", "问责依据", "生效时间"),
            List.of(),
            List.of("序号", "问责对象", "问责方式"));

    /** The tag of the 发文字号, the one thing that is not known before a paper is issued. */
    static final String NUMBER = "编号";

    /** What {@link Papers} knows of every paper and fills in itself. */
    static final List<String> OF_EVERY_PAPER = List.of("发文机关", PaperKind.NUMBER, "主送", "成文日期");

    /** 抄送机关: whoever issues a paper may name some; where there are none the line is left out. */
    static final String COPIES = "抄送";

    /** 版记: what stands at the foot of the last page and any template may hold (GB/T 9704-2012, 7.4). */
    static final List<String> OF_THE_IMPRINT = List.of(COPIES, "印发机关", "印发日期");

    private final String label;
    private final PaperLayout layout;
    private final IssuingBody body;
    private final String ending;
    private final List<String> required;
    private final List<String> optional;
    private final List<String> columns;

    PaperKind(
            String label,
            PaperLayout layout,
            IssuingBody body,
            String ending,
            List<String> required,
            List<String> optional,
            List<String> columns) {
        this.label = label;
        this.layout = layout;
        this.body = body;
        this.ending = ending;
        this.required = required;
        this.optional = optional;
        this.columns = columns;
    }

    public String label() {
        return label;
    }

    PaperLayout layout() {
        return layout;
    }

    IssuingBody body() {
        return body;
    }

    /** Whether it is numbered 年第（n）号 as the 督办单 itself is (A46), or by a 代字 as official papers are. */
    boolean isNumberedAsForm() {
        return ending.isEmpty();
    }

    /** What follows 教督 in the default 代字. */
    String ending() {
        return ending;
    }

    /** The tags besides {@link #OF_EVERY_PAPER} that a template must hold. */
    List<String> required() {
        return required;
    }

    /** The tags that a template may hold. */
    List<String> optional() {
        return Stream.concat(optional.stream(), OF_THE_IMPRINT.stream()).toList();
    }

    /** The tags of the row that is repeated, if the kind has one. */
    List<String> columns() {
        return columns;
    }

    boolean hasRows() {
        return !columns.isEmpty();
    }
}
