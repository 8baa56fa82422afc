package io.duban.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that wraps the data keys of all evidence; it lies outside the database and is not the vault's, so that whoever
 * works with files never holds what opens a report. Only the demo makes one by itself.
 */
@Component
class EvidenceKeys {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceKeys.class);

    private final EvidenceSeal current;

    EvidenceKeys(
            @Value("${duban.evidence.key-file:}") String file,
            @Value("${duban.evidence.key:}") String key,
            @Value("${duban.home:./data}") String home,
            Environment environment,
            JdbcClient jdbc) {
        current = current(file, key, Path.of(home), environment.acceptsProfiles(Profiles.of("demo")));
        refuseForeignKeys(jdbc);
    }

    EvidenceSeal current() {
        return current;
    }

    private static EvidenceSeal current(String file, String key, Path home, boolean demo) {
        if (!file.isBlank()) {
            return fromFile(Path.of(file));
        }
        if (!key.isBlank()) {
            return parse(key, "DUBAN_EVIDENCE_KEY");
        }
        if (!demo) {
            throw new IllegalStateException(
                    "evidence has no key: set duban.evidence.key-file (or DUBAN_EVIDENCE_KEY) to"
                            + " 32 random bytes in base64, e.g. made by: openssl rand -base64 32");
        }
        return made(home.resolve("evidence.key"));
    }

    private static EvidenceSeal parse(String base64, String source) {
        try {
            byte[] secret = Base64.getDecoder().decode(base64.strip());
            if (secret.length == EvidenceSeal.KEY_BYTES) {
                return new EvidenceSeal(secret);
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the text
        }
        throw new IllegalStateException("the key of evidence from " + source + " must be 32 random bytes in base64,"
                + " e.g. made by: openssl rand -base64 32");
    }

    private static EvidenceSeal fromFile(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the evidence key file " + file + " cannot be read", unreadable);
        }
    }

    private static EvidenceSeal made(Path file) {
        byte[] secret = new byte[EvidenceSeal.KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(secret));
            LOG.info("made a key for evidence: {}", file);
        } catch (FileAlreadyExistsException kept) {
            LOG.debug("the key of evidence is there already");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the evidence key file " + file + " cannot be written", unwritable);
        }
        return fromFile(file);
    }

    private void refuseForeignKeys(JdbcClient jdbc) {
        List<String> foreign = jdbc
                .sql("select distinct kek_id from evidence_content fetch first 20 rows only")
                .query(String.class)
                .list()
                .stream()
                .filter(each -> !each.equals(current.id()))
                .toList();
        if (!foreign.isEmpty()) {
            throw new IllegalStateException("evidence is sealed under the keys " + foreign + ", but the key given is "
                    + current.id() + "; give the right duban.evidence.key-file");
        }
    }
}
