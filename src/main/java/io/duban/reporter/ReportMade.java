package io.duban.reporter;

import java.util.List;
import java.util.Optional;

/** 举报: what somebody reports, with who they are if they say so (实名), as it goes into the vault. */
public record ReportMade(
        Optional<Identity> identity, String text, List<NewAttachment> files, RetentionClass retention) {

    public ReportMade {
        files = List.copyOf(files);
    }

    @Override
    public String toString() {
        return "ReportMade[…]";
    }
}
