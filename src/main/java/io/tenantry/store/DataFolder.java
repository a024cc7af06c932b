package io.tenantry.store;

import io.tenantry.store.failure.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** The folder of the embedded store, held by one server at a time: cycles of two would run twice. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final FileChannel lock;
    private final Path folder;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Throws {@link StoreException} with one clear sentence where the folder cannot be used. */
    static DataFolder open(Path folder) {
        FileChannel channel;
        try {
            boolean ours = isOurs(folder);
            if (ours) {
                PrivateFiles.folder(folder);
            }
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // the system frees it when the process ends, in whatever way
            if (channel.tryLock() == null) {
                channel.close();
                throw new StoreException("the data directory " + folder + " is in use by another server", null);
            }
            if (ours) {
                PrivateFiles.contents(folder);
            }
        } catch (IOException e) {
            throw new StoreException("cannot write to the data directory " + folder + ": " + reason(e), e);
        }
        return new DataFolder(folder, channel);
    }

    /** Not a folder that holds other things as well, which may be for others to read. */
    private static boolean isOurs(Path folder) throws IOException {
        if (Files.notExists(folder) || Files.exists(folder.resolve(LOCK))) {
            return true;
        }
        try (Stream<Path> contents = Files.list(folder)) {
            return contents.findAny().isEmpty();
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "there is a file of that name";
        }
        if (e instanceof NoSuchFileException) {
            return "it cannot be made";
        }
        return e instanceof java.nio.file.FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getMessage();
    }

    /** Under which the store closes its secrets. */
    Path sealKey() {
        return folder.resolve("seal.key");
    }

    Path store() {
        return folder.resolve("store.db");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
