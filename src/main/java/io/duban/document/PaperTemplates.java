package io.duban.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** 公文模板: the ones shipped, and the versions an administrator has put in their place. */
@Component
class PaperTemplates {

    /** The version of what is shipped. */
    static final int SHIPPED = 0;

    private final Map<PaperKind, byte[]> shipped = new ConcurrentHashMap<>();

    Template shipped(PaperKind kind) {
        return new Template(SHIPPED, shipped.computeIfAbsent(kind, PaperTemplates::read));
    }

    private static byte[] read(PaperKind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".docx";
        try (var in = new ClassPathResource("templates/documents/" + name).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** One version of a template. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Template(int version, byte[] content) {}
}
