package io.tenantry.odata.query;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One page of a collection.
 *
 * @param next token of the page behind it, empty at the end
 * @param count of all matches, where it was asked for
 * @param behind tokens of the pages that would begin behind each of its entities but the last
 */
public record Page(List<Entity> entities, Optional<String> next, Optional<Long> count, IntFunction<String> behind) {
    /** Bytes of documents, expanded ones too: a page that has become so large ends, whatever its size in objects, and the next one goes on. */
    public static final long LARGE = 4 << 20;

    /** Its beginning. */
    public Page first(int size) {
        return size == entities.size()
                ? this
                : new Page(entities.subList(0, size), Optional.of(behind.apply(size - 1)), count, behind);
    }
}
