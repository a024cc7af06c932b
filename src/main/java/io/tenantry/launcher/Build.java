package io.tenantry.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server as Maven makes it of the project's sources. */
final class Build {
    private static final Pattern TOLD = Pattern.compile("\\[(ERROR|FATAL)] +[^ ].*");
    private static final Pattern NO_HELP = Pattern.compile(".*(\\[Help 1]|[Rr]e-run Maven|For more information).*");
    private static final int LINES = 12;

    private final Path root;
    private final Path jdk;
    private final Path jar;

    Build(Path root, Path jdk) {
        this.root = root;
        this.jdk = jdk;
        this.jar = root.resolve("target/quarkus-app/quarkus-run.jar");
    }

    Path jar() {
        return jar;
    }

    boolean isOlderThan(Path file) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    boolean isStale() throws IOException {
        if (Files.notExists(jar)) {
            return true;
        }
        FileTime built = Files.getLastModifiedTime(jar);
        for (Path sources : List.of(root.resolve("pom.xml"), root.resolve("src/main"))) {
            if (Files.exists(sources) && isNewer(sources, built)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNewer(Path sources, FileTime built) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Throws {@link Refusal}. */
    void run() throws IOException, InterruptedException {
        String maven = Programs.ofThisMachine()
                .find("mvn")
                .orElseThrow(
                        () -> Refusal.mistake(
                                "it has to be built and there is no Maven: install it (Debian: apt-get install maven) or put mvn on the PATH"));
        if (!Files.exists(jdk.resolve("bin/javac")) && !Files.exists(jdk.resolve("bin/javac.exe"))) {
            throw Refusal.mistake("it has to be built and " + jdk + " is no full JDK: javac is missing");
        }
        Preparation.say("building, once (log: target/build.log)…");
        Path began = Files.write(root.resolve("target/.build-began"), new byte[0]);
        Path log = root.resolve("target/build.log");
        ProcessBuilder process = new ProcessBuilder(
                        maven, "-q", "-B", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "package")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().put("JAVA_HOME", jdk.toString());
        if (Children.waitFor(process.start()) != 0) {
            throw Refusal.mistake("the build failed, see target/build.log; it says:" + told(log));
        }
        if (Files.notExists(jar)) {
            throw Refusal.mistake("the build made no target/quarkus-app/quarkus-run.jar; see target/build.log");
        }
        // what changed while Maven ran has to count as newer than this build
        Files.setLastModifiedTime(jar, Files.getLastModifiedTime(began));
    }

    private static String told(Path log) throws IOException {
        List<String> all = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        List<String> errors = all.stream()
                .filter(line ->
                        TOLD.matcher(line).matches() && !NO_HELP.matcher(line).matches())
                .distinct()
                .toList();
        List<String> shown = errors.isEmpty() ? all.subList(Math.max(0, all.size() - LINES), all.size()) : errors;
        StringBuilder lines = new StringBuilder();
        shown.stream().limit(LINES).forEach(line -> lines.append(System.lineSeparator())
                .append(line));
        return lines.toString();
    }
}
