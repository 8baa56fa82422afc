package io.duban.order;

import io.duban.form.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 通报: an official paper that was issued and names problems of an order (A29, T22).
 *
 * @param number 文号, as it stands on the paper
 * @param issuingUnit who issued it; nothing when that is the unit that issued the order
 * @param problems the numbers of the problems it names
 */
record Bulletin(String number, String title, LocalDate issuedOn, Optional<String> issuingUnit, List<Integer> problems) {

    Bulletin {
        problems = List.copyOf(problems);
    }

    static Bulletin from(Fields fields) {
        List<Integer> problems = new ArrayList<>();
        List<String> named = fields.choices("problems");
        for (int i = 0; i < named.size(); i++) {
            problems.add(fields.chosenNumber("problems", i));
        }
        return new Bulletin(
                fields.text("number"),
                fields.text("title"),
                fields.date("issuedOn"),
                fields.optionalText("issuingUnit"),
                problems);
    }
}
