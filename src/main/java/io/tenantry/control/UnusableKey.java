package io.tenantry.control;

/** The server cannot start with the key that was set for the control API; the message says why, and never the key. */
public final class UnusableKey extends RuntimeException {
    UnusableKey(String message) {
        super(message);
    }
}
