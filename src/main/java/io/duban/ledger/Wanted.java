package io.duban.ledger;

import io.duban.order.Instrument;
import io.duban.rectification.ProblemCategory;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of the ledger (筛选条件).
 *
 * @param unit a district or whoever stands above, or a unit the lines are about
 * @param from the first month of issue
 * @param to the last month of issue
 * @param onceSignedOff only problems signed off at least once (曾销号)
 * @param relapsed only what came back after sign-off (反弹)
 */
record Wanted(
        EntryKind kind,
        Optional<String> unit,
        Optional<Instrument> instrument,
        Optional<ProblemCategory> category,
        Optional<StateWanted> state,
        Optional<Lateness> lateness,
        Optional<YearMonth> from,
        Optional<YearMonth> to,
        boolean onceSignedOff,
        boolean relapsed) {

    static Wanted all(EntryKind kind) {
        return new Wanted(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    /** The same without how lines stand: what the statistics beside the rows count. */
    Wanted base() {
        return new Wanted(kind, unit, instrument, category, Optional.empty(), Optional.empty(), from, to, false, false);
    }

    Wanted state(String code) {
        return new Wanted(
                kind,
                unit,
                instrument,
                category,
                StateWanted.find(kind, code),
                lateness,
                from,
                to,
                onceSignedOff,
                relapsed);
    }

    Wanted lateness(Lateness wanted) {
        return new Wanted(
                kind, unit, instrument, category, state, Optional.of(wanted), from, to, onceSignedOff, relapsed);
    }

    Wanted unit(String code) {
        return new Wanted(
                kind, Optional.of(code), instrument, category, state, lateness, from, to, onceSignedOff, relapsed);
    }

    Wanted instrument(Instrument wanted) {
        return new Wanted(
                kind, unit, Optional.of(wanted), category, state, lateness, from, to, onceSignedOff, relapsed);
    }

    Wanted category(ProblemCategory wanted) {
        return new Wanted(
                kind, unit, instrument, Optional.of(wanted), state, lateness, from, to, onceSignedOff, relapsed);
    }

    Wanted month(YearMonth month) {
        return new Wanted(
                kind,
                unit,
                instrument,
                category,
                state,
                lateness,
                Optional.of(month),
                Optional.of(month),
                onceSignedOff,
                relapsed);
    }

    Wanted once(boolean signedOff, boolean cameBack) {
        return new Wanted(kind, unit, instrument, category, state, lateness, from, to, signedOff, cameBack);
    }

    /** The parameters of an address that asks for this. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kind", kind.name());
        unit.ifPresent(each -> all.put("unit", each));
        instrument.ifPresent(each -> all.put("instrument", each.name()));
        category.ifPresent(each -> all.put("category", each.name()));
        state.ifPresent(each -> all.put("state", each.code()));
        lateness.ifPresent(each -> all.put("overdue", each.name()));
        from.ifPresent(each -> all.put("from", each.toString()));
        to.ifPresent(each -> all.put("to", each.toString()));
        if (onceSignedOff) {
            all.put("signedOff", "true");
        }
        if (relapsed) {
            all.put("relapsed", "true");
        }
        return all;
    }

    /** The same as one query string; every value is a code of ours. */
    String query() {
        UriComponentsBuilder builder = UriComponentsBuilder.newInstance();
        parameters().forEach((name, value) -> builder.queryParam(name, value));
        String query = builder.build().getQuery();
        return query == null ? "" : query;
    }
}
