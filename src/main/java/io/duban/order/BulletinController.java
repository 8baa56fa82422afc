package io.duban.order;

import io.duban.casework.Place;
import io.duban.casework.TypedCommands;
import io.duban.form.Fields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 通报登记 over HTTP. */
@RestController
@RequestMapping("/api/orders/{id}/bulletins")
class BulletinController {

    private final Bulletins bulletins;
    private final TypedCommands typed;

    BulletinController(Bulletins bulletins, TypedCommands typed) {
        this.bulletins = bulletins;
        this.typed = typed;
    }

    /** One problem a bulletin has named and how often bulletins have named it by now. */
    record Named(int seq, int bulletinCount) {}

    /** 登记通报: {@code number}, {@code title}, {@code issuedOn}, {@code problems} (numbers), {@code issuingUnit} if another. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, List<Named>> register(@PathVariable String id, @RequestBody Map<String, Object> body) {
        Fields fields = Fields.of(body, OrderSteps.BULLETIN_FIELDS);
        List<Named> named = typed
                .carryOut(
                        OrderSteps.BULLETIN,
                        fields,
                        () -> bulletins.register(id, Bulletin.from(fields)),
                        registered -> new Place(id, UUID.randomUUID().toString()))
                .stream()
                .map(each -> new Named(each.seq(), each.bulletinCount()))
                .toList();
        return Map.of("problems", named);
    }
}
