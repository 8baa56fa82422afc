package io.duban.engine;

import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A secret of 32 random bytes that lies outside the database: in a file that only its owner reads, or in the
 * environment. Only the demo makes one by itself; anywhere else a missing key stops the start, because what is sealed
 * must not look sealed without its key. No message ever holds the secret.
 *
 * @param what what it opens, in Chinese and English, as it stands in messages
 * @param property the setting that names the file, e.g. {@code duban.vault.key-file}
 * @param variable the environment variable that may hold the key instead
 */
public record OutsideKey(String what, String property, String variable) {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideKey.class);
    private static final int BYTES = 32;
    private static final String HOW = "，内容为32个随机字节的base64，例如由 openssl rand -base64 32 生成 (32 random bytes in base64)";

    /**
     * The key from the file, else from the text, else, in the demo, from a file made once.
     *
     * @throws StartRefused if there is none or it cannot be used; says which setting to put right
     */
    public byte[] read(String file, String text, Path made, boolean demo) {
        if (!file.isBlank()) {
            return fromFile(Path.of(file), demo);
        }
        if (!text.isBlank()) {
            return parse(text, variable);
        }
        if (!demo) {
            throw new StartRefused(
                    "启动失败 Start refused: " + what + "没有密钥，请设置 " + property + "（或 " + variable + "）" + HOW);
        }
        return fromFile(madeOnce(made), demo);
    }

    /**
     * The key a file holds; white space around it is allowed. A file that everybody on the machine can read holds no
     * secret: only the demo, where nothing is one, starts with it.
     *
     * @throws StartRefused naming the file, never its text
     */
    public byte[] fromFile(Path file, boolean demo) {
        try {
            if (isOpen(file)) {
                if (!demo) {
                    throw new StartRefused(
                            "启动失败 Start refused: " + what + "的密钥文件 " + file + " 可被本机所有用户读取，请执行 chmod 600 后再启动（"
                                    + property + "） (the key file is open to everybody on this machine; chmod 600 it)");
                }
                LOG.warn("the key file {} ({}) is open to everybody on this machine; chmod 600 it", file, property);
            }
            return parse(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new StartRefused("启动失败 Start refused: " + what + "的密钥文件 " + file + " 无法读取，请检查 " + property
                    + " (the key file cannot be read)");
        }
    }

    private static boolean isOpen(Path file) throws IOException {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(each -> each.name().startsWith("OTHERS"));
    }

    private byte[] parse(String base64, String source) {
        try {
            byte[] secret = Base64.getDecoder().decode(base64.strip());
            if (secret.length == BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the text
        }
        throw new StartRefused("启动失败 Start refused: " + what + "的密钥（" + source + "）不能用，请重新设置 " + property + HOW);
    }

    private Path madeOnce(Path file) {
        if (Files.isRegularFile(file)) {
            return file;
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(
                    file, Base64.getEncoder().encodeToString(secret), WRITE, SYNC); // what it seals is on disk too
        } catch (IOException unwritable) {
            throw new StartRefused("启动失败 Start refused: " + what + "的密钥文件 " + file
                    + " 无法写入，请检查目录权限或 duban.home (the key file cannot be written)");
        }
        LOG.info("made a key ({}): {}", property, file);
        return file;
    }
}
