package io.duban.organisation;

/** 回避关系: why a body may not handle a case against the accused unit (INV-05, 「严禁泄露交由被举报单位自查核实」). */
public enum Relation {
    /** The body is the accused unit itself. */
    SAME,
    /** The body is below the accused unit, or is run by it. */
    SUBORDINATE,
    /** The body runs the accused unit (举办者), or is below the unit that does. */
    OPERATOR,
    /** Nothing in the way. */
    NONE;

    /** Whether the body must stand aside (回避). */
    public boolean requiresRecusal() {
        return this != NONE;
    }
}
