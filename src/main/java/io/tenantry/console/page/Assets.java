package io.tenantry.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Addresses of styles and scripts. Each changes when what is behind it does, since browsers keep it. */
public record Assets(Map<String, String> own, Map<String, String> versions) {
    private static final String FOLDER = "/_tenantry/assets/";
    private static final List<String> FILES = List.of(
            "console.css",
            "live.js",
            "refresh.js",
            "calls.js",
            "charts.js",
            "clock.js",
            "latency.js",
            "map.js",
            "runs.js",
            "insert.js");

    static final Assets ALL = load();

    private static Assets load() {
        Properties versions = new Properties();
        try (InputStream in = resource("/console/webjars.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Assets(
                FILES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Assets::address)),
                versions.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(Function.identity(), versions::getProperty)));
    }

    /** Of a file of our own. */
    public String of(String file) {
        return own.get(file);
    }

    /** Of a file of a web jar. */
    public String of(String jar, String file) {
        return "/webjars/" + jar + "/" + versions.get(jar) + "/" + file;
    }

    private static String address(String file) {
        CRC32 sum = new CRC32();
        try (InputStream in = resource("/META-INF/resources" + FOLDER + file)) {
            sum.update(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FOLDER + file + "?" + Long.toHexString(sum.getValue());
    }

    private static InputStream resource(String name) {
        return Assets.class.getResourceAsStream(name);
    }
}
