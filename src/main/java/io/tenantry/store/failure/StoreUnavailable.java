package io.tenantry.store.failure;

/**
 * The store cannot be used at present, whatever is asked of it: no room, no database, no folder. Nothing was written; the same call may
 * succeed later.
 */
public final class StoreUnavailable extends StoreException {
    /** Seconds after which it is worth to ask again, as the header {@code Retry-After} has it. */
    public static final String RETRY_AFTER = "2";

    private final boolean connectionLost;

    /** @param reason what is wrong, as the end of a sentence about the store */
    public StoreUnavailable(String reason, Throwable cause) {
        this(reason, false, cause);
    }

    private StoreUnavailable(String reason, boolean connectionLost, Throwable cause) {
        super(reason, cause);
        this.connectionLost = connectionLost;
    }

    /** Before anything was kept: the same work may do on another connection. */
    static StoreUnavailable connectionLost(String reason, Throwable cause) {
        return new StoreUnavailable(reason, true, cause);
    }

    public boolean isConnectionLost() {
        return connectionLost;
    }
}
