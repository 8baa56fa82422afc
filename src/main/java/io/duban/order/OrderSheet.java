package io.duban.order;

import io.duban.organisation.Organisations;
import io.duban.rectification.OrderHeadline;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What forms show of an order. The unit that has to rectify sees findings and demands, never how it came out (A53). */
@Component
class OrderSheet implements OrderHeadline {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final OrderRepository orders;
    private final Organisations organisations;

    OrderSheet(OrderRepository orders, Organisations organisations) {
        this.orders = orders;
        this.organisations = organisations;
    }

    @Override
    public Map<String, Object> of(String orderId) {
        SupervisionOrder order = orders.get(orderId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("orderNumber", order.shownNumber());
        shown.put("instrumentLabel", order.instrument().label());
        shown.put("orderTitle", order.title());
        shown.put("issuerName", name(order.issuerUnit()));
        shown.put("addresseeName", name(order.addresseeUnit()));
        shown.put("accusedName", name(order.accusedUnit()));
        shown.put("issuedOn", issuedOn(order).map(LocalDate::toString).orElse(""));
        return shown;
    }

    @Override
    public Optional<LocalDate> issuedOn(String orderId) {
        return issuedOn(orders.get(orderId));
    }

    static Optional<LocalDate> issuedOn(SupervisionOrder order) {
        return Optional.ofNullable(order.issuedAt()).map(at -> LocalDate.ofInstant(at, ZONE));
    }

    /** The whole paper, for those who draft, sign, receive, investigate and review it. */
    Map<String, Object> full(String orderId) {
        SupervisionOrder order = orders.get(orderId);
        Map<String, Object> shown = of(orderId);
        put(shown, "summaryShown", order.summary());
        put(shown, "provisionsShown", order.provisions());
        put(shown, "socialImpactShown", order.socialImpact());
        put(shown, "basisShown", order.basis());
        put(shown, "responsibleShown", order.responsible());
        shown.put("handlingName", order.handlingUnit() == null ? "" : name(order.handlingUnit()));
        return shown;
    }

    private String name(String unit) {
        return organisations.find(unit).map(found -> found.name()).orElse(unit);
    }

    private static void put(Map<String, Object> shown, String key, @org.jspecify.annotations.Nullable String value) {
        shown.put(key, value == null ? "" : value);
    }
}
