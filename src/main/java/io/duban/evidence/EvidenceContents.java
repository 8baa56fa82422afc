package io.duban.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the files of a case hold, sealed: each content once for each case under a data key of its own, which the key
 * outside the database wraps (信封加密). The same file in another case is another content: whether somebody else has it
 * cannot be asked here.
 */
@Component
class EvidenceContents {

    private static final int PART = 1024 * 1024;

    private final EvidenceRepository repository;
    private final EvidenceKeys keys;

    EvidenceContents(EvidenceRepository repository, EvidenceKeys keys) {
        this.repository = repository;
        this.keys = keys;
    }

    /** The id of the content, which is kept now unless the case has it already. */
    String keep(String caseId, byte[] handedIn, CleanFile clean) {
        byte[] origin = caseId.getBytes(StandardCharsets.UTF_8);
        String fingerprint = hex(EvidenceSeal.sha256(origin, new byte[] {0}, handedIn));
        return repository.contentOf(caseId, fingerprint).orElseGet(() -> seal(caseId, fingerprint, clean));
    }

    /** Opens what is kept of a file; fails if it is not whole, was changed, or is under another key. */
    byte[] open(String evidenceId) {
        EvidenceRepository.Content content = repository.contentOf(evidenceId);
        EvidenceSeal seal = new EvidenceSeal(keys.current().open(content.id(), content.wrapped()));
        byte[] all = new byte[content.length()];
        int at = 0;
        int number = 0;
        for (byte[] sealed : repository.partsOf(content.id())) {
            byte[] part = seal.open(content.id() + "|" + number, sealed);
            if (at + part.length > all.length) {
                throw notWhole(evidenceId);
            }
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
            number++;
        }
        if (at != all.length || !hex(EvidenceSeal.sha256(all)).equals(content.sha256())) {
            throw notWhole(evidenceId);
        }
        return all;
    }

    private String seal(String caseId, String fingerprint, CleanFile clean) {
        String id = UUID.randomUUID().toString();
        byte[] key = EvidenceSeal.newKey();
        EvidenceSeal seal = new EvidenceSeal(key);
        byte[] all = clean.content();
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < all.length; from += PART) {
            byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + PART));
            parts.add(seal.seal(id + "|" + parts.size(), part));
        }
        EvidenceSeal wrapping = keys.current();
        repository.addContent(
                new EvidenceRepository.Content(
                        id,
                        caseId,
                        fingerprint,
                        hex(EvidenceSeal.sha256(all)),
                        clean.kind(),
                        all.length,
                        wrapping.id(),
                        wrapping.seal(id, key)),
                parts);
        Arrays.fill(key, (byte) 0);
        return id;
    }

    private static IllegalStateException notWhole(String evidenceId) {
        return new IllegalStateException("a file of evidence is not whole: " + evidenceId);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
