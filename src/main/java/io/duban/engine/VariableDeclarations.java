package io.duban.engine;

import io.duban.model.Known;
import io.duban.model.KnownToModels;
import java.util.Map;

/** The process variables a room has declared: the only names, and under each the only type, that enter the engine. */
@FunctionalInterface
public interface VariableDeclarations extends KnownToModels {

    /** Name to type: a short text, a number, yes or no, or a date. */
    Map<String, Class<?>> types();

    @Override
    default void tell(Known known) {
        types().forEach(known::variable);
    }
}
