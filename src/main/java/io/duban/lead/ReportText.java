package io.duban.lead;

import io.duban.reporter.Identity;
import io.duban.reporter.NewAttachment;
import io.duban.reporter.ReportMade;
import io.duban.reporter.RetentionClass;
import java.util.List;
import java.util.Optional;

/** 举报内容: what goes into the vault and nowhere else; prints nothing. */
record ReportText(Optional<Identity> identity, String text, List<NewAttachment> files) {

    ReportText {
        files = List.copyOf(files);
    }

    ReportMade made() {
        return new ReportMade(identity, text, files, RetentionClass.OPEN);
    }

    @Override
    public String toString() {
        return "ReportText[…]";
    }
}
