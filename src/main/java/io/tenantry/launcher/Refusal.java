package io.tenantry.launcher;

/** A command that cannot be done: told in one line, with a status of its own. */
final class Refusal extends RuntimeException {
    /** Of a mistake in what was typed. */
    private static final int MISTAKE = 2;
    /** EX_UNAVAILABLE of sysexits.h. */
    private static final int UNAVAILABLE = 69;

    private final int status;

    private Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refusal mistake(String message) {
        return new Refusal(MISTAKE, message);
    }

    static Refusal unavailable(String message) {
        return new Refusal(UNAVAILABLE, message);
    }

    int status() {
        return status;
    }
}
