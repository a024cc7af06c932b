package io.tenantry.console.page;

/** There is no page at this address. */
public final class UnknownPage extends RuntimeException {
    public UnknownPage() {
        super("there is no such page", null, false, false);
    }
}
