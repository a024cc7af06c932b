package io.tenantry.http.body;

/** A body that was not read, or could not be; each face answers it in its own form. */
public final class BodyRefused extends RuntimeException {
    /** Seconds after which it is worth another try, where there was no room. */
    public static final String RETRY_AFTER = "5";

    private final int status;

    private BodyRefused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static BodyRefused tooLarge(long limit) {
        return new BodyRefused(413, "The request body is larger than " + limit + " bytes.");
    }

    static BodyRefused unreadable(String message) {
        return new BodyRefused(400, message);
    }

    static BodyRefused cutOff() {
        return new BodyRefused(400, "The request body did not come whole.");
    }

    static BodyRefused unknownExpectation() {
        return new BodyRefused(417, "The expectation in the header Expect cannot be met.");
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(408, "The request body did not come in time.");
    }

    static BodyRefused noRoom() {
        return new BodyRefused(503, "Too many request bodies are being received. Please try again.");
    }

    /** 400, 408, 413, 417 or 503. */
    public int status() {
        return status;
    }
}
