package io.tenantry.store;

import java.util.Set;

/** How a database keeps copies of itself. */
interface SnapshotCopies {
    /** Makes a copy; where it throws, there is none. */
    void take(String copy);

    /**
     * Replaces the present state, but for the server's named values; where it throws, the present state has stayed. False where the copy is
     * damaged.
     */
    boolean restore(String copy);

    void delete(String copy);

    boolean exists(String copy);

    /** Removes what a server that was killed has left: copies that nobody knows of. */
    void keepOnly(Set<String> known);
}
