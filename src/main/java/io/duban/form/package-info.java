/**
 * 表单: what a person types into a form becomes a command of a capability and never a variable of the engine. This room
 * reads the form files, checks what was typed against them and knows which capability answers for which form.
 */
@org.jspecify.annotations.NullMarked
package io.duban.form;
