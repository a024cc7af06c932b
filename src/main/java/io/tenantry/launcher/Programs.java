package io.tenantry.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs as the shells of a system do: {@code az} and {@code mvn} are {@code az.cmd} and {@code mvn.cmd} on Windows, which Java does not try. */
final class Programs {
    /** What Windows starts by itself. */
    private static final List<String> OF_WINDOWS = List.of(".com", ".exe", ".bat", ".cmd");

    private final List<String> folders;
    private final List<String> endings;

    /** @param endings of files that can be started; none where names have none */
    Programs(List<String> folders, List<String> endings) {
        this.folders = folders;
        this.endings = endings;
    }

    /** {@code getenv} with a name, since Windows writes {@code Path} and only that does not mind. */
    static Programs ofThisMachine() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return System.getProperty("os.name").startsWith("Windows")
                ? onWindows(List.of(path.split(File.pathSeparator)))
                : new Programs(List.of(path.split(File.pathSeparator)), List.of());
    }

    static Programs onWindows(List<String> folders) {
        return new Programs(folders, OF_WINDOWS);
    }

    Optional<String> find(String name) {
        List<String> names = named(name);
        boolean placed = name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0;
        Stream<String> places = placed ? Stream.of("") : folders.stream().filter(folder -> !folder.isEmpty());
        return places.flatMap(folder -> names.stream().flatMap(each -> program(folder, each)))
                .findFirst();
    }

    private List<String> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.isEmpty() || endings.stream().anyMatch(lower::endsWith)
                ? List.of(name)
                : endings.stream().map(name::concat).toList();
    }

    private static Stream<String> program(String folder, String name) {
        try {
            Path file = Path.of(folder, name);
            return Files.isRegularFile(file) && Files.isExecutable(file) ? Stream.of(file.toString()) : Stream.empty();
        } catch (InvalidPathException noFolder) {
            return Stream.empty(); // PATH may hold anything
        }
    }
}
