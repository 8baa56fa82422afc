package io.duban.order;

import io.duban.form.Fields;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, String> LABELS =
            Map.of("number", "文号", "title", "标题", "issuedOn", "印发日期", "issuingUnit", "印发单位", "problems", "点名的问题");

    private final Bulletins bulletins;

    BulletinController(Bulletins bulletins) {
        this.bulletins = bulletins;
    }

    /** One problem a bulletin has named and how often bulletins have named it by now. */
    record Named(int seq, int bulletinCount) {}

    /** 登记通报: {@code number}, {@code title}, {@code issuedOn}, {@code problems} (numbers), {@code issuingUnit} if another. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, List<Named>> register(@PathVariable String id, @RequestBody Map<String, Object> body) {
        List<Named> named = bulletins.register(id, Bulletin.from(Fields.of(body, LABELS))).stream()
                .map(each -> new Named(each.seq(), each.bulletinCount()))
                .toList();
        return Map.of("problems", named);
    }
}
