package io.tenantry.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of the embedded store, held by one server at a time: cycles of two would run twice. */
final class DataFolder implements AutoCloseable {
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
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // the system frees it when the process ends, in whatever way
            if (channel.tryLock() == null) {
                channel.close();
                throw new StoreException("the data directory " + folder + " is in use by another server", null);
            }
        } catch (IOException e) {
            throw new StoreException("cannot write to the data directory " + folder + ": " + reason(e), e);
        }
        return new DataFolder(folder, channel);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        if (e instanceof NoSuchFileException) {
            return "it cannot be made";
        }
        return e instanceof java.nio.file.FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getMessage();
    }

    Path store() {
        return folder.resolve("store.db");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
