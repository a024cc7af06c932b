package io.tenantry.store.failure;

/** A read took longer than one may; nothing is wrong with the store. */
public final class ReadStopped extends StoreException {
    public ReadStopped(Throwable cause) {
        super("the read took longer than one may", cause);
    }
}
