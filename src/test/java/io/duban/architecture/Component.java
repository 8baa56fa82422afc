package io.duban.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A library on the class path, or inside one of its jars.
 *
 * @param name group and artifact as Maven writes them; of a jar the group stands as its folder in the repository
 */
record Component(String name, Version version) {

    private static final Pattern JAR =
            Pattern.compile("(?<folder>.*)/(?<artifact>[^/]+)/(?<version>[^/]+)/[^/]+\\.jar");
    private static final Pattern LISTING = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    /** Whatever the class path names; each jar counts by its place in the repository, and what it says it holds. */
    static List<Component> of(String classPath) {
        return jars(classPath)
                .flatMap(each -> Stream.concat(Stream.of(byPlace(each)), inside(each)))
                .distinct()
                .toList();
    }

    static Stream<String> jars(String classPath) {
        return Stream.of(classPath.split(System.getProperty("path.separator"))).filter(each -> each.endsWith(".jar"));
    }

    static Component byPlace(String jar) {
        Matcher place = JAR.matcher(jar.replace('\\', '/'));
        if (!place.matches()) {
            throw new IllegalStateException("Not in a Maven repository: " + jar);
        }
        return new Component(
                place.group("folder") + ":" + place.group("artifact"), Version.parse(place.group("version")));
    }

    /** Files taken from npm into the tree, by the versions written down beside them. */
    static List<Component> vendored() {
        return Stream.of("src/test/resources/vendor", "src/main/resources/static/site/vendor")
                .map(folder -> properties(Path.of(folder, "versions.properties")))
                .flatMap(versions -> versions.stringPropertyNames().stream()
                        .filter(each -> each.endsWith(".version"))
                        .map(each -> new Component(
                                "npm:" + each.replace(".version", ""), Version.parse(versions.getProperty(each)))))
                .toList();
    }

    private static Properties properties(Path file) {
        Properties found = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            found.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static Stream<Component> inside(String jar) {
        try (JarFile file = new JarFile(Path.of(jar).toFile())) {
            return file.stream()
                    .filter(each -> LISTING.matcher(each.getName()).matches())
                    .map(each -> listed(file, each))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Component listed(JarFile jar, JarEntry listing) {
        Properties said = new Properties();
        try (var text = jar.getInputStream(listing)) {
            said.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Component(
                said.getProperty("groupId") + ":" + said.getProperty("artifactId"),
                Version.parse(said.getProperty("version")));
    }

    /** @param line group, artifact and version */
    boolean isWritten(String line) {
        int end = line.lastIndexOf(':');
        return isNamed(line.substring(0, end)) && version.equals(Version.parse(line.substring(end + 1)));
    }

    /** @param wanted group and artifact; the artifact may end with a star */
    boolean isNamed(String wanted) {
        String group = wanted.substring(0, wanted.indexOf(':'));
        String artifact = wanted.substring(wanted.indexOf(':') + 1);
        String ours = name.substring(name.indexOf(':') + 1);
        String folder = name.substring(0, name.indexOf(':'));
        boolean same = artifact.endsWith("*")
                ? ours.startsWith(artifact.substring(0, artifact.length() - 1))
                : ours.equals(artifact);
        return same && (folder.equals(group) || folder.endsWith("/" + group.replace('.', '/')));
    }
}
