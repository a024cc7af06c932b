package io.tenantry.intercept;

import java.nio.file.Path;

/** What is kept of the local authority cannot be used. */
public final class UnusableCertificates extends RuntimeException {
    UnusableCertificates(Path file, String why, Exception cause) {
        super(
                "the certificate file " + file + " cannot be used: " + why
                        + "; without its folder a new authority is made",
                cause);
    }

    UnusableCertificates(String why, Exception cause) {
        super("no certificate could be made: " + why, cause);
    }
}
