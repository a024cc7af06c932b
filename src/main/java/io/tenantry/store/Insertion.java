package io.tenantry.store;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;

/**
 * Entities on their way into the store: only one statement at a time can take rows, but while others are carried out, these can be made,
 * on another core or, where none is free, by who needs them.
 */
public final class Insertion {
    /** Rows of one statement. */
    record Rows(String sql, List<Object[]> rows) {}

    private final ForkJoinTask<List<Rows>> statements;

    private Insertion(ForkJoinTask<List<Rows>> statements) {
        this.statements = statements;
    }

    static Insertion begin(EntityRows rows, Supplier<? extends Collection<Entity>> entities) {
        return new Insertion(ForkJoinPool.commonPool().submit(() -> rows.insertion(entities.get())));
    }

    List<Rows> statements() {
        return statements.join();
    }
}
