package io.tenantry.store.failure;

/** A read would have had to wait where none may; nothing was read. */
public final class MustWait extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MustWait() {
        super("the read would have to wait", null, false, false);
    }
}
