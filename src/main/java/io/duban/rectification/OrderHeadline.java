package io.duban.rectification;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What the forms of this room show of the order a problem belongs to; the room of the order answers. */
public interface OrderHeadline {

    /** Number, title, units and the like by field key, fit to be shown to the unit that has to rectify. */
    Map<String, Object> of(String orderId);

    /** The day the order was issued; nothing while it is a draft. */
    Optional<LocalDate> issuedOn(String orderId);
}
