package io.tenantry.store;

import io.tenantry.store.failure.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The file that the embedded store has open, as its folder names it. A folder that is moved away or replaced leaves the server with a file
 * that nobody will find again.
 */
record StoreFile(Path path, Object key) {
    /** Room for what a few writes need. Below it only trying tells. */
    private static final long LITTLE_ROOM = 1 << 20;

    static StoreFile of(Path path) throws IOException {
        return new StoreFile(path, key(path));
    }

    private static Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    void requireInPlace() {
        try {
            if (key != null && !key.equals(key(path))) {
                throw new StoreUnavailable(
                        "another file has taken the place of the one that is open; put that back, or start the server anew",
                        null);
            }
        } catch (NoSuchFileException e) {
            throw new StoreUnavailable("its file is gone; put it back, or start the server anew", e);
        } catch (IOException e) {
            throw new StoreUnavailable("its file cannot be looked at", e);
        }
    }

    void requireWritable() {
        if (!Files.isWritable(path)) {
            throw new StoreUnavailable("it may not be written", null);
        }
    }

    boolean hasRoom() {
        return path.toFile().getUsableSpace() > LITTLE_ROOM;
    }
}
