/**
 * 待办: what a person has to do next, the form they do it with and the case behind it. Everything typed reaches a
 * capability through this room; nothing typed reaches the engine.
 */
@org.jspecify.annotations.NullMarked
package io.duban.worklist;
