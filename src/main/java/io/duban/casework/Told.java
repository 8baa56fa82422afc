package io.duban.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * 告知范围: whom what is typed at a step is told, beside those of the unit that typed it. The step says so in its model
 * (property {@code told}); a step that says nothing is read like {@link #ISSUER}.
 */
public enum Told {

    /** Kept with the issuer (for a lead its receiver) and those above. */
    ISSUER,

    /** Told to the issuer, and to the addressee's side where one of theirs typed it. */
    SIDE,

    /** Told to the addressee's side too, from the day it knows of the case. */
    ADDRESSEE,

    /** Told to whom the step is about as well: the unit that has to rectify, the party interviewed, who asked. */
    SUBJECT,

    /** Never kept here: it lies in the reporter vault. */
    SEALED;

    /** The word of the model; empty for a word that is none of them. */
    public static Optional<Told> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
