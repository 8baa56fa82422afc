package io.duban.reporter;

import java.time.LocalDate;
import java.util.List;

/** One entry of what the reporter sees when they come back with the receipt; a day, never an hour. */
public record ThreadEntry(EntryKind kind, LocalDate on, String text, List<FileName> files) {

    public ThreadEntry {
        files = List.copyOf(files);
    }

    @Override
    public String toString() {
        return "ThreadEntry[" + kind + "]";
    }
}
