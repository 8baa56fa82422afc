package io.duban.document;

import java.time.LocalDate;

/** A paper that lacks nothing but its number (待编号的公文); whoever issues several prepares all before the first is numbered. */
public final class PreparedPaper {

    private final PaperText text;
    private final int templateVersion;
    private final LaidOut laidOut;
    private final LocalDate day;

    PreparedPaper(PaperText text, int templateVersion, LaidOut laidOut, LocalDate day) {
        this.text = text;
        this.templateVersion = templateVersion;
        this.laidOut = laidOut;
        this.day = day;
    }

    public String caseId() {
        return text.caseId();
    }

    PaperText text() {
        return text;
    }

    int templateVersion() {
        return templateVersion;
    }

    LaidOut laidOut() {
        return laidOut;
    }

    LocalDate day() {
        return day;
    }
}
