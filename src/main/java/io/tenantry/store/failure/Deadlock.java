package io.tenantry.store.failure;

/** The database ended this transaction because others waited for it and it for them. */
public final class Deadlock extends StoreException {
    Deadlock(String sql, Throwable cause) {
        super(sql, cause);
    }
}
