package io.duban.order;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of extension.bpmn beyond the units and groups of the order. */
final class ExtensionVariables {

    static final Flag<String> EXTENSION_ID = Flag.text("extensionId");
    static final Flag<Date> EXTENSION_DUE = Flag.date("extensionDue");
    static final Flag<Boolean> GRANTED = Flag.yesNo("granted");

    private ExtensionVariables() {}
}
