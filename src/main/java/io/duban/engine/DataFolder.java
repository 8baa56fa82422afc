package io.duban.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * 数据目录: {@code duban.home} is its owner's alone, from before the database opens a file in it, and so is each file in
 * it. Outside the demo a folder that cannot be closed to others stops the start.
 */
final class DataFolder implements ApplicationListener<SpringApplicationEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent early) {
            Environment settings = early.getEnvironment();
            if (!ModelCheckSettings.isAsked(settings)) {
                close(home(settings), settings.acceptsProfiles(Profiles.of("demo")));
            }
        } else if (event instanceof ApplicationReadyEvent ready) {
            closeFiles(home(ready.getApplicationContext().getEnvironment()));
        }
    }

    private static Path home(Environment settings) {
        return Path.of(settings.getProperty("duban.home", "./data"));
    }

    /** Makes the folder if there is none and takes it from everybody else. */
    static void close(Path home, boolean demo) {
        if (!isPosix(home)) {
            return;
        }
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(home, PosixFilePermissions.asFileAttribute(OWNERS_FOLDER));
            }
            if (!Files.getPosixFilePermissions(home).equals(OWNERS_FOLDER)) {
                Files.setPosixFilePermissions(home, OWNERS_FOLDER);
            }
            closeFiles(home);
        } catch (IOException notOurs) {
            if (!demo && Files.isDirectory(home) && isOpen(home)) {
                throw new StartRefused("启动失败 Start refused: 数据目录 " + home.toAbsolutePath()
                        + " 对本机其他用户开放且无法收回，请执行 chmod 700 或另设 duban.home (the data folder is open to others)");
            }
            LOG.warn("the data folder {} cannot be made its owner's alone; chmod 700 it", home.toAbsolutePath());
        }
    }

    private static void closeFiles(Path home) {
        if (!isPosix(home) || !Files.isDirectory(home)) {
            return;
        }
        for (Path file : files(home)) {
            try {
                if (!Files.getPosixFilePermissions(file).equals(OWNERS_FILE)) {
                    Files.setPosixFilePermissions(file, OWNERS_FILE);
                }
            } catch (IOException goneOrForeign) {
                LOG.debug("{} keeps its permissions", file);
            }
        }
    }

    private static List<Path> files(Path home) {
        try (Stream<Path> found = Files.list(home)) {
            return found.filter(Files::isRegularFile).filter(DataFolder::isOurs).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Databases and keys; whatever else somebody keeps in the folder is theirs. */
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("duban.") || name.endsWith(".key");
    }

    private static boolean isOpen(Path home) {
        try {
            return Files.getPosixFilePermissions(home).stream()
                    .anyMatch(each -> !each.name().startsWith("OWNER"));
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
