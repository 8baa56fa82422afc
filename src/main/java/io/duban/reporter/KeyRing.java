package io.duban.reporter;

import io.duban.engine.OutsideKey;
import io.duban.engine.StartRefused;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private static final String WHAT = "举报人信息库 the vault of those who report ";
    private static final OutsideKey KEY = new OutsideKey(WHAT, "duban.vault.key-file", "DUBAN_VAULT_KEY");
    private static final OutsideKey OLD = new OutsideKey(WHAT, "duban.vault.rotate-from", "DUBAN_VAULT_ROTATE_FROM");

    private final KeyEncryptionKey current;
    private final @Nullable KeyEncryptionKey previous;

    KeyRing(
            @Value("${duban.vault.key-file:}") String file,
            @Value("${duban.vault.key:}") String key,
            @Value("${duban.vault.rotate-from:}") String rotateFrom,
            @Value("${duban.home:./data}") String home,
            Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.current = new KeyEncryptionKey(KEY.read(file, key, Path.of(home, "vault.key"), demo));
        this.previous = rotateFrom.isBlank() ? null : new KeyEncryptionKey(OLD.fromFile(Path.of(rotateFrom), demo));
        if (previous != null && previous.id().equals(current.id())) {
            throw new StartRefused("启动失败 Start refused: duban.vault.rotate-from 就是正在使用的密钥，请把新密钥设为"
                    + " duban.vault.key-file，旧密钥设为 duban.vault.rotate-from (the key is already in use)");
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

    /** The ids of the keys at hand. */
    Set<String> ids() {
        return previous == null ? Set.of(current.id()) : Set.of(current.id(), previous.id());
    }
}
