package io.duban.order;

import io.duban.order.OrderDossier.Fact;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The facts table of an order (案情): the unit that has to rectify is shown findings and demands only (A53). */
@Component
class OrderFacts {

    private final OrderRepository orders;
    private final ReportRepository reports;
    private final BulletinRepository bulletins;
    private final Organisations organisations;

    OrderFacts(
            OrderRepository orders,
            ReportRepository reports,
            BulletinRepository bulletins,
            Organisations organisations) {
        this.orders = orders;
        this.reports = reports;
        this.bulletins = bulletins;
        this.organisations = organisations;
    }

    List<Fact> of(SupervisionOrder order, boolean whole) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "文种", order.instrument().label());
        fact(facts, "编号", order.shownNumber());
        fact(facts, "发文单位", name(order.issuerUnit()));
        fact(facts, "主送单位", name(order.addresseeUnit()));
        fact(facts, "被督办单位", name(order.accusedUnit()));
        if (whole) {
            fact(facts, "前次督办单", previous(order));
            fact(facts, "承办单位", order.handlingUnit() == null ? null : name(order.handlingUnit()));
            fact(facts, "初步调查情况", order.summary());
            fact(facts, "违反的规定", order.provisions());
            fact(facts, "社会影响", order.socialImpact());
            fact(facts, "责任领导（签收时明确）", order.responsible());
        }
        if (whole && order.isOut()) {
            fact(facts, "调查报告签报人", reports.signerOf(order.id()).orElse(null));
            bulletins.ofOrder(order.id()).forEach(each -> fact(facts, "通报", sentence(each)));
        }
        fact(facts, "催办次数", String.valueOf(order.reminders()));
        return facts;
    }

    private String sentence(BulletinRepository.Registered each) {
        String numbers = each.problems().stream().map(String::valueOf).collect(Collectors.joining("、"));
        return each.number() + "《" + each.title() + "》，" + name(each.issuerUnit()) + " " + each.issuedOn() + "，点名问题 "
                + numbers;
    }

    private @Nullable String previous(SupervisionOrder order) {
        return Optional.ofNullable(order.previousOrder())
                .flatMap(orders::find)
                .map(SupervisionOrder::shownNumber)
                .orElse(null);
    }

    private String name(String unit) {
        return organisations.find(unit).map(Unit::name).orElse(unit);
    }

    private static void fact(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
