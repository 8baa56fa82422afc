package io.duban.model;

/** Rules about the set of models, tables and forms as a whole; a room that knows more of them adds its own as a bean. */
@FunctionalInterface
public interface ModelCheck {

    void check(ModelSet models, Known known, Faults faults);
}
