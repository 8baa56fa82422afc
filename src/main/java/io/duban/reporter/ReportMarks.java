package io.duban.reporter;

import org.springframework.stereotype.Service;

/**
 * A mark by which the same words are known again. It is made with the vault's key, so that whoever holds the database
 * cannot try words against it; after a rotation of the key nothing is known again.
 */
@Service
public class ReportMarks {

    private final KeyRing keys;

    ReportMarks(KeyRing keys) {
        this.keys = keys;
    }

    public String of(String words) {
        return keys.current().mark(words);
    }
}
