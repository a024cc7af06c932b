package io.tenantry.store.failure;

/** A statement failed for a reason that no caller can mend. */
public class StoreException extends RuntimeException {
    public StoreException(String what, Throwable cause) {
        super(what, cause);
    }
}
