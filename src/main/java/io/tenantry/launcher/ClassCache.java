package io.tenantry.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Options of the virtual machine in a file, among them the classes that a start needs, as a short run of the server wrote them down. */
final class ClassCache {
    private static final int AHEAD_OF_TIME = 25;
    /** The cache holds profiles too, by which methods that only a start needs would be compiled while it still runs. */
    private static final String FEW_PROFILES = "-XX:CompileThresholdScaling=20";

    /**
     * The last compiler leaves a start alone and waits three times as long. It alone: where all of them do (by
     * {@code CompileThresholdScaling}), what has been compiled stays slower.
     */
    private static final List<String> LATE_COMPILER = List.of(
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=1800",
            "-XX:Tier4CompileThreshold=45000",
            "-XX:Tier4BackEdgeThreshold=120000");

    private static final int SLOWEST_MINUTES = 3;
    private static final int VERSION = Runtime.version().feature();

    private final Build build;
    private final Path target;
    private final Path options;
    private final Path cache;

    ClassCache(Build build, Path target, Path options) {
        this.build = build;
        this.target = target;
        this.options = options;
        this.cache = target.resolve(
                "tenantry-" + System.getProperty("java.version") + (VERSION >= AHEAD_OF_TIME ? ".aot" : ".jsa"));
    }

    /** Where the run fails a start is slower, that is all: it is not tried again until the next build. */
    void write(boolean cached, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(plain());
        if (cached && train(environment)) {
            all.addAll(withCache());
        }
        Path fresh = Files.createTempFile(target, "options", ".new");
        Files.writeString(fresh, all.stream().map(ClassCache::quoted).collect(Collectors.joining("\n", "", "\n")));
        fresh.toFile().setReadable(true, false);
        Files.move(fresh, options, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> withCache() {
        if (VERSION < AHEAD_OF_TIME) {
            return List.of("-XX:SharedArchiveFile=" + cache, "-Xshare:auto", "-Xlog:cds=off");
        }
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    private static String quoted(String option) {
        return "\"" + option.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static List<String> plain() {
        List<String> plain =
                new ArrayList<>(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+ExitOnOutOfMemoryError"));
        if (VERSION >= 22) {
            plain.add("--enable-native-access=ALL-UNNAMED");
        }
        if (VERSION >= 24) {
            plain.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (VERSION >= AHEAD_OF_TIME) {
            plain.addAll(LATE_COMPILER);
        }
        return plain;
    }

    private boolean train(Map<String, String> environment) throws IOException, InterruptedException {
        Preparation.say("preparing the class cache, once…");
        Path fresh = target.resolve(cache.getFileName() + ".new");
        Path data = Files.createTempDirectory("tenantry-training");
        try {
            Files.deleteIfExists(fresh);
            Process server = process(fresh, data, environment).start();
            boolean ended = server.waitFor(SLOWEST_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                server.destroyForcibly().waitFor();
            }
            if (!ended || server.exitValue() != 0 || Files.notExists(fresh)) {
                Preparation.say("there will be no class cache, see target/training.log");
                return false;
            }
            Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Folders.delete(data);
        }
    }

    private ProcessBuilder process(Path fresh, Path data, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(plain());
        if (VERSION >= AHEAD_OF_TIME) {
            command.add(FEW_PROFILES);
        }
        String own = environment.getOrDefault("TENANTRY_JAVA_OPTS", "");
        if (!own.matches("(?s).*-XX:\\+Use\\w*GC.*")) {
            command.add("-XX:+UseParallelGC");
        }
        Stream.of(own.split("\\s+")).filter(word -> !word.isEmpty()).forEach(command::add);
        command.add((VERSION >= AHEAD_OF_TIME ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + fresh);
        command.addAll(List.of(
                "-Dtenantry.training=true",
                "-jar",
                build.jar().toString(),
                "start",
                "--for=" + ProcessHandle.current().pid(),
                "--data=" + data.resolve("data")));
        File log = target.resolve("training.log").toFile();
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        process.environment().keySet().removeIf(name -> name.startsWith("TENANTRY_"));
        return process;
    }
}
