package io.tenantry.store;

/** How a database keeps copies of itself. */
interface SnapshotCopies {
    void take(String name);

    /** Replaces the present state, but for the server's named values. */
    void restore(String name);

    void delete(String name);

    boolean exists(String name);
}
