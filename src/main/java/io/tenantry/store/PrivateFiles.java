package io.tenantry.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders that only the user who runs the server may open, where the file system knows such rights. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Makes a folder, or narrows one that is there. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        narrow(folder, FOLDER);
    }

    /** Makes an empty file, or narrows one that is there. */
    public static void file(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        narrow(file, FILE);
    }

    /** Everything in a folder whose files are all the server's. */
    static void contents(Path folder) throws IOException {
        try (Stream<Path> each = Files.list(folder)) {
            for (Path path : (Iterable<Path>) each::iterator) {
                narrow(path, Files.isDirectory(path) ? FOLDER : FILE);
            }
        }
    }

    private static void narrow(Path path, Set<PosixFilePermission> rights) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(rights);
        }
    }
}
