package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void aNewFolderIsItsOwnersAlone() throws IOException {
        Path home = folder.resolve("a/data");
        DataFolder.close(home, false);
        assertThat(permissions(home)).isEqualTo("rwx------");
    }

    @Test
    void anOpenFolderAndItsFilesAreTakenFromTheOthers() throws IOException {
        Path home = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.writeString(home.resolve("duban.mv.db"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        DataFolder.close(home, false);

        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void itIsClosedBeforeTheDatabaseOpensAFileInIt() throws IOException {
        Properties early = PropertiesLoaderUtils.loadProperties(new ClassPathResource("META-INF/spring.factories"));
        assertThat(early.getProperty(ApplicationListener.class.getName())).contains(DataFolder.class.getName());
    }

    @Test
    void theDemoStaysAtHome() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application-demo.yaml"));
        Properties demo = yaml.getObject();
        assertThat(demo).isNotNull();
        assertThat(List.of(demo.getProperty("server.address"))).containsExactly("127.0.0.1");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
