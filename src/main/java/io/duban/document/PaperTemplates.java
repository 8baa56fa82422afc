package io.duban.document;

import io.duban.audit.AuditEvent;
import io.duban.audit.AuditTrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
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

    private final PaperTemplateRepository uploaded;
    private final AuditTrail audit;
    private final Map<Key, byte[]> known = new ConcurrentHashMap<>();

    PaperTemplates(PaperTemplateRepository uploaded, AuditTrail audit) {
        this.uploaded = uploaded;
        this.audit = audit;
    }

    /** The template a paper of this case is laid out with: the newest there was when the case began. */
    Template forCase(PaperKind kind, String caseId) {
        int newest = uploaded.newest(kind);
        if (newest == SHIPPED) {
            return get(kind, SHIPPED);
        }
        List<AuditEvent> first = audit.of(caseId, 1);
        return get(
                kind,
                first.isEmpty() ? newest : uploaded.newestAt(kind, first.get(0).at()));
    }

    Template get(PaperKind kind, int version) {
        return new Template(version, known.computeIfAbsent(new Key(kind, version), this::read));
    }

    private byte[] read(Key key) {
        return key.version() == SHIPPED ? shipped(key.kind()) : uploaded.content(key.kind(), key.version());
    }

    private static byte[] shipped(PaperKind kind) {
        try (var in = new ClassPathResource("templates/documents/" + fileName(kind)).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static String fileName(PaperKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".docx";
    }

    private record Key(PaperKind kind, int version) {}

    /** One version of a template. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Template(int version, byte[] content) {}

    /** What a list says of one version that was uploaded. */
    record Uploaded(int version, String fileName, String sha256, String uploadedBy, Instant uploadedAt) {}

    /** What was uploaded and is looked at; nothing is laid out with it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Draft(byte[] content, String sha256, String fileName, String uploadedBy, Instant uploadedAt) {}
}
