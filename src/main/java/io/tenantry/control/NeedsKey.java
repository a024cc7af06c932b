package io.tenantry.control;

/** A call without the key of the control API, where one is set. */
final class NeedsKey extends RuntimeException {
    NeedsKey() {
        super("the control API needs its key in the header X-Tenantry-Key", null, false, false);
    }
}
