package io.tenantry.fault;

/** When a connection is closed. */
public enum Drop {
    /** Before the call is served: nothing is done, nothing answered. */
    BEFORE,
    /** In the middle of the answer: what the call asks is done. */
    DURING
}
