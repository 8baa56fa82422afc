/** The rules on the wall: what can be said about the tree, the models and the forms without running them. */
@org.jspecify.annotations.NullMarked
package io.duban.architecture;
