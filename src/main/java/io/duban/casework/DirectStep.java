package io.duban.casework;

import io.duban.form.FormSchema;

/**
 * A step that has no task and no form file, because its command is typed into a page or sent by a program: a bean of the
 * room whose command it is.
 *
 * @param key its name among the steps of the models, e.g. {@code bulletinRegistered}
 * @param label what people call it
 * @param form its fields with their labels
 */
public record DirectStep(String key, String label, Told told, FormSchema form) {}
