package io.duban.model;

/** A room's part of what models may name: its roles, desks, variables, questions. */
@FunctionalInterface
public interface KnownToModels {

    void tell(Known known);
}
