package io.duban.order;

import io.duban.casework.Place;
import io.duban.casework.TypedCommands;
import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.form.FormRegistry;
import io.duban.order.Discontinuations.Asked;
import io.duban.order.OrderSearch.Wanted;
import io.duban.organisation.People;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 督办单 over HTTP: draft, read, search, ask for more time or for an early end. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

    private static final int MOST = 100;

    private final Orders orders;
    private final OrderDossiers dossiers;
    private final OrderSearch search;
    private final Extensions extensions;
    private final Discontinuations discontinuations;
    private final SupervisionOrderForms forms;
    private final FormRegistry registry;
    private final TypedCommands typed;
    private final People people;

    OrderController(
            Orders orders,
            OrderDossiers dossiers,
            OrderSearch search,
            Extensions extensions,
            Discontinuations discontinuations,
            SupervisionOrderForms forms,
            FormRegistry registry,
            TypedCommands typed,
            People people) {
        this.orders = orders;
        this.dossiers = dossiers;
        this.search = search;
        this.extensions = extensions;
        this.discontinuations = discontinuations;
        this.forms = forms;
        this.registry = registry;
        this.typed = typed;
        this.people = people;
    }

    /** Drafts an order with the fields of the form {@code order-requested}. */
    @PostMapping
    ResponseEntity<OrderDossier> draft(@RequestBody Map<String, Object> body) {
        Map<String, Object> options = forms.options();
        Fields fields = registry.schema("order-requested").check(body, options);
        String id = typed.carryOut(
                "supervisionOrder", fields, options, () -> orders.draft(OrderDraft.from(fields, false)), Place::of);
        return ResponseEntity.created(URI.create("/api/orders/" + id)).body(dossiers.of(id));
    }

    @GetMapping("/{id}")
    OrderDossier order(@PathVariable String id) {
        return dossiers.visible(id);
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam Optional<OrderState> state,
            @RequestParam Optional<Instrument> instrument,
            @RequestParam Optional<String> unit,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw Refusal.of(
                    "size", "page", "Q2", "页码须从 0 起，每页 1 至 100 条。", "Pages count from 0 and hold 1 to 100 rows.");
        }
        List<SupervisionOrder> found = search.page(people.current(), new Wanted(state, instrument, unit, page, size));
        return Map.of(
                "items",
                found.stream().limit(size).map(dossiers::summary).toList(),
                "page",
                page,
                "size",
                size,
                "hasMore",
                found.size() > size);
    }

    /**
     * 申请延期: {@code deadline}, {@code workingDays}, {@code reason}. Who rectifies may name its own term without seeing
     * the order.
     */
    @PostMapping("/{id}/extensions")
    ResponseEntity<Map<String, String>> extend(@PathVariable String id, @RequestBody Map<String, Object> body) {
        Fields fields = registry.schema("extension-requested").texts(body);
        Optional<String> named = fields.optionalText("deadline");
        if (named.filter(extensions::offers).isEmpty()) {
            dossiers.visible(id);
        }
        String deadline = dossiers.deadlineOf(id, named);
        String request = typed.carryOut(
                "extension",
                fields,
                typed.shown("extension"),
                () -> extensions.request(deadline, fields.number("workingDays"), fields.text("reason")),
                made -> new Place(id, made));
        return ResponseEntity.status(201).body(Map.of("id", request));
    }

    /** 申请撤销、移送或并案: {@code kind}, {@code reason}, {@code explanation}, {@code receivingBody}, {@code targetOrder}. */
    @PostMapping("/{id}/discontinuations")
    ResponseEntity<Map<String, String>> discontinue(@PathVariable String id, @RequestBody Map<String, Object> body) {
        Fields fields = registry.schema("discontinuation-requested").texts(body);
        Asked asked = new Asked(
                id,
                fields.option("kind", DiscontinuationKind.class),
                fields.text("reason"),
                fields.text("explanation"),
                fields.optionalText("receivingBody"),
                fields.optionalText("targetOrder"));
        String request = typed.carryOut(
                "discontinuation",
                fields,
                typed.shown("discontinuation"),
                () -> discontinuations.request(asked),
                made -> new Place(id, made));
        return ResponseEntity.status(201).body(Map.of("id", request));
    }
}
