package io.tenantry.store;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How a database keeps copies of itself. */
interface SnapshotCopies {
    /** Makes a copy; where it throws, there is none. */
    void take(String copy);

    /**
     * Replaces the present state, but for the server's named values; where it throws, the present state has stayed. False where the copy is
     * damaged.
     */
    boolean restore(String copy);

    /**
     * Looks at a copy beside another one, or beside the present state. Empty where a copy is damaged.
     *
     * @param after {@link Snapshots#PRESENT} for the present state
     */
    <T> Optional<T> compare(String before, String after, Function<StatePair, T> look);

    void delete(String copy);

    boolean exists(String copy);

    /** Removes what a server that was killed has left: copies that nobody knows of. */
    void keepOnly(Set<String> known);
}
