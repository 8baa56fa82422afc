package io.duban.lead;

import io.duban.reporter.NewAttachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** The names of files that a page cannot give back, so that it can say which have to be chosen once more. */
    static String names(@Nullable List<MultipartFile> files) {
        return (files == null ? List.<MultipartFile>of() : files)
                .stream()
                        .filter(file -> !file.isEmpty())
                        .map(MultipartFile::getOriginalFilename)
                        .map(name -> name == null || name.isBlank() ? "未命名" : name)
                        .collect(Collectors.joining("、"));
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
