package io.duban.reporter;

/** A sealed value that does not open: changed, moved or under another key; says where, never what. */
final class DamagedSeal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedSeal(Place place) {
        super("a sealed value does not open: " + place.leadRef() + " " + place.field() + " " + place.ordinal() + "/"
                + place.part());
    }
}
