package io.tenantry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the launcher says of itself. */
final class Texts {
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>tenantry</artifactId>\\s*<version>(.*?)</version>");

    private Texts() {}

    static String usage() {
        return text("usage.txt").replace("\n", System.lineSeparator());
    }

    /** As the project says where its sources are, else as the build wrote it down. */
    static String version() {
        String root = System.getProperty("tenantry.root");
        if (root != null && Files.isReadable(Path.of(root, "pom.xml"))) {
            Matcher found = VERSION.matcher(read(Path.of(root, "pom.xml")));
            if (found.find()) {
                return found.group(1);
            }
        }
        Properties version = new Properties();
        try (InputStream stream = Texts.class.getResourceAsStream("version.properties")) {
            version.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.getProperty("version");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream stream = Texts.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
