package io.tenantry.store;

/** A text with the character NUL, which PostgreSQL cannot hold: no value has it, so nothing is found by it or kept with it on either database. */
public final class UnstorableText extends StoreException {
    UnstorableText() {
        super("a text holds the character NUL", null);
    }
}
