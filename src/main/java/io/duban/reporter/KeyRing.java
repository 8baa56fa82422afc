package io.duban.reporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The key that wraps now and, during a rotation, the one before it; from a file or the environment. Only the demo makes
 * one by itself; anywhere else a missing key stops the start, because a vault without its key must not look like one.
 */
@Component
class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final KeyEncryptionKey current;
    private final @Nullable KeyEncryptionKey previous;

    KeyRing(
            @Value("${duban.vault.key-file:}") String file,
            @Value("${duban.vault.key:}") String key,
            @Value("${duban.vault.rotate-from:}") String rotateFrom,
            @Value("${duban.home:./data}") String home,
            Environment environment) {
        this.current = current(file, key, Path.of(home), environment.acceptsProfiles(Profiles.of("demo")));
        this.previous = rotateFrom.isBlank() ? null : fromFile(Path.of(rotateFrom));
        if (previous != null && previous.id().equals(current.id())) {
            throw new IllegalStateException("duban.vault.rotate-from names the key that is already in use; give the new"
                    + " one as duban.vault.key-file and the old one as duban.vault.rotate-from");
        }
    }

    KeyEncryptionKey current() {
        return current;
    }

    /** The key a rotation comes from. */
    Optional<KeyEncryptionKey> previous() {
        return Optional.ofNullable(previous);
    }

    /** The key with this id, if it is at hand. */
    Optional<KeyEncryptionKey> byId(String id) {
        return current.id().equals(id)
                ? Optional.of(current)
                : previous().filter(each -> each.id().equals(id));
    }

    private static KeyEncryptionKey current(String file, String key, Path home, boolean demo) {
        if (!file.isBlank()) {
            return fromFile(Path.of(file));
        }
        if (!key.isBlank()) {
            return KeyEncryptionKey.parse(key, "DUBAN_VAULT_KEY");
        }
        if (!demo) {
            throw new IllegalStateException("the vault of those who report has no key: set duban.vault.key-file (or"
                    + " DUBAN_VAULT_KEY) to 32 random bytes in base64, e.g. made by: openssl rand -base64 32");
        }
        return made(home.resolve("vault.key"));
    }

    private static KeyEncryptionKey fromFile(Path file) {
        try {
            if (Files.getFileAttributeView(file, java.nio.file.attribute.PosixFileAttributeView.class) != null
                    && Files.getPosixFilePermissions(file).stream()
                            .anyMatch(each -> each.name().startsWith("OTHERS"))) {
                LOG.warn("the vault's key file {} can be read by everybody on this machine; chmod 600 it", file);
            }
            return KeyEncryptionKey.parse(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the vault's key file " + file + " cannot be read", unreadable);
        }
    }

    private static KeyEncryptionKey made(Path file) {
        byte[] secret = new byte[SealAlgorithm.KEY_BYTES];
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
            LOG.info("made a key for the vault of those who report: {}", file);
        } catch (FileAlreadyExistsException kept) {
            LOG.debug("the vault's key is there already");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the vault's key file " + file + " cannot be written", unwritable);
        }
        return fromFile(file);
    }

    /** The ids of the keys at hand. */
    Set<String> ids() {
        return previous == null ? Set.of(current.id()) : Set.of(current.id(), previous.id());
    }
}
