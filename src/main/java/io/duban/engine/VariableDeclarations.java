package io.duban.engine;

import java.util.Map;

/** The process variables a room has declared: the only names, and under each the only type, that enter the engine. */
@FunctionalInterface
public interface VariableDeclarations {

    /** Name to type: a short text, a number, yes or no, or a date. */
    Map<String, Class<?>> types();
}
