package io.duban.lead;

import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import io.duban.lead.ConsultationRepository.Assignment;
import io.duban.lead.ConsultationRepository.Consultation;
import io.duban.lead.LeadAnalysis.Cell;
import io.duban.lead.LeadAnalysis.Dimension;
import io.duban.organisation.Organisations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form of consultation.bpmn (F31 会商). */
@Component
class ConsultationForms implements FormDesk {

    private final Consultations consultations;
    private final ConsultationRepository repository;
    private final ShownCounts counts;
    private final Organisations organisations;
    private final LeadSheet sheet;

    ConsultationForms(
            Consultations consultations,
            ConsultationRepository repository,
            ShownCounts counts,
            Organisations organisations,
            LeadSheet sheet) {
        this.consultations = consultations;
        this.repository = repository;
        this.counts = counts;
        this.organisations = organisations;
        this.sheet = sheet;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(FormBinding.of("userTask_holdConsultation", "hold-consultation", this::counts, this::hold));
    }

    private Map<String, Object> counts(Situation at) {
        Consultation month = repository.get(at.caseId());
        List<Cell> cells = repository.cells(month.id());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("period", month.shown());
        shown.put("unitName", sheet.name(month.unit()));
        shown.put("total", counts.total(cells, month.unit()));
        shown.put(
                "suppressionNote",
                counts.isCity(month.unit()) ? "" : "少于 5 件的（含没有的）不显示，以“—”代替，以免推断举报人；本单位人员须回避的线索不计入。");
        shown.put("bySource", lines(cells, Dimension.SOURCE, month.unit()));
        shown.put("byCategory", lines(cells, Dimension.CATEGORY, month.unit()));
        shown.put("byDistrict", lines(cells, Dimension.DISTRICT, month.unit()));
        shown.put("repeatUnits", lines(cells, Dimension.UNIT, month.unit()));
        shown.put("units", units(month.unit()));
        return shown;
    }

    private List<Map<String, String>> lines(List<Cell> cells, Dimension dimension, String unit) {
        return counts.lines(cells, dimension, unit).stream()
                .map(each -> Map.of(
                        "label", each.label(), "count", each.count(), "named", each.named(), "valid", each.valid()))
                .toList();
    }

    private List<Map<String, String>> units(String unit) {
        List<Map<String, String>> units = new ArrayList<>();
        units.add(Map.of("value", unit, "label", sheet.name(unit)));
        organisations.jurisdiction(unit).stream()
                .filter(each -> !each.code().equals(unit))
                .forEach(each -> units.add(Map.of("value", each.code(), "label", each.name())));
        return units;
    }

    private Flags hold(Situation at, Fields fields) {
        List<Assignment> tasks = fields.rows("assignments").stream()
                .map(row -> new Assignment(row.text("task"), row.text("unit"), row.date("due")))
                .toList();
        consultations.hold(at.caseId(), fields.text("trends"), fields.text("conclusion"), tasks, at.person());
        return Flags.none();
    }
}
