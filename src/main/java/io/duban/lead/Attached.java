package io.duban.lead;

import io.duban.reporter.NewAttachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** 附件 of a form, taken out of the request; a field without a file counts as none. */
final class Attached {

    private Attached() {}

    static List<NewAttachment> of(List<MultipartFile> files) {
        return files.stream()
                .filter(file -> !file.isEmpty())
                .map(Attached::attachment)
                .toList();
    }

    private static NewAttachment attachment(MultipartFile file) {
        try {
            String name = file.getOriginalFilename();
            return new NewAttachment(name == null ? "" : name, file.getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
