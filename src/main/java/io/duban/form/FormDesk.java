package io.duban.form;

import java.util.List;

/** The forms a capability answers for; every form file needs exactly one desk, and every desk a form file. */
public interface FormDesk {

    List<FormBinding> forms();
}
