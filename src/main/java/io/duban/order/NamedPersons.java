package io.duban.order;

import java.util.Collection;

/**
 * Whom the case names that an order was made from: they stand aside from the order too (回避). The room above that keeps
 * such cases answers, by their opaque references.
 */
public interface NamedPersons {

    /** The references of the cases that name this account. */
    Collection<String> naming(String account);
}
