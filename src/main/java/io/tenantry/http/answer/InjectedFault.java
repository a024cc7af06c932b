package io.tenantry.http.answer;

/** An error that somebody ordered for a request. Nothing of what the request asks was done; each face tells it in its own form. */
public final class InjectedFault extends RuntimeException {
    private final int status;
    private final String code;
    private final String retryAfter;

    /**
     * @param code null for what the face says by itself with that status; so with the message
     * @param retryAfter seconds, null for no such header
     */
    public InjectedFault(int status, String code, String message, String retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String retryAfter() {
        return retryAfter;
    }
}
