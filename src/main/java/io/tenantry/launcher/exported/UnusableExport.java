package io.tenantry.launcher.exported;

import java.nio.file.Path;

/** What was exported cannot be taken over; the message is one line that names the file. */
public final class UnusableExport extends RuntimeException {
    UnusableExport(String message) {
        super(message, null, false, false);
    }

    static UnusableExport in(Path file, String message) {
        return new UnusableExport(file + ": " + message);
    }
}
