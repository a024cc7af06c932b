package io.tenantry.graph.delta;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.DeltaToken;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.odata.query.Selection;
import io.tenantry.odata.query.SkipToken;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.resource.CollectionSource;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One call of {@code delta}: a page of the first round, or a page of changes (directory.md §17). */
public final class DeltaQuery {
    private static final int PAGE = 100;
    /** Directory objects: seven days (directory.md §17). */
    private static final Duration LIFETIME = Duration.ofDays(7);

    /**
     * What the call answers.
     *
     * @param link token of the next call
     * @param last whether it is a {@code @odata.deltaLink}, not a {@code @odata.nextLink}
     */
    public record Result(List<DeltaChanges.Item> items, DeltaToken link, boolean last, Optional<Selection> selection) {}

    private final Session session;
    private final GraphModel model;
    private final StructuredType type;
    private final Instant now;

    public DeltaQuery(Session session, GraphModel model, StructuredType type, Instant now) {
        this.session = session;
        this.model = model;
        this.type = type;
        this.now = now;
    }

    public Result run(QueryOptions options) {
        Optional<String> delta = options.get("deltatoken").filter(t -> !t.isEmpty());
        Optional<String> skip = options.get("skiptoken");
        if (delta.isPresent() && delta.get().equalsIgnoreCase("latest")) {
            DeltaToken token = begun(options);
            return new Result(List.of(), token, true, selection(token));
        }
        DeltaToken token = delta.or(() -> skip)
                .map(text -> DeltaToken.read(text, type.name()))
                .orElseGet(() -> begun(options));
        requireFresh(token);
        boolean firstRound = delta.isEmpty() && (skip.isEmpty() || token.after().isPresent());
        return firstRound ? firstRound(token) : changes(token);
    }

    private DeltaToken begun(QueryOptions options) {
        return new DeltaToken(
                type.name(), session.lastChange(), Optional.empty(), options.get("select"), options.get("filter"), now);
    }

    private void requireFresh(DeltaToken token) {
        if (token.issued().plus(LIFETIME).isBefore(now)) {
            throw GraphError.of(
                    410, "syncStateNotFound", "The delta token is too old. Start over with a full synchronization.");
        }
    }

    private Result firstRound(DeltaToken token) {
        QueryOptions filterOnly = new QueryOptions(
                token.filter().map(f -> java.util.Map.of("filter", f)).orElse(java.util.Map.of()));
        Query query = new Query(
                type,
                Query.filter(filterOnly, model, type, true),
                List.of(),
                PAGE,
                0,
                token.after().map(id -> SkipToken.of(List.of(id))),
                false,
                Optional.empty(),
                List.of());
        DeltaIds.of(query.filter());
        Page page = new CollectionQuery(session, new CollectionSource.All(type.name()), null).page(query);
        Optional<String> after = page.next().isEmpty()
                ? Optional.empty()
                : Optional.of(page.entities().get(page.entities().size() - 1).id());
        List<DeltaChanges.Item> items = page.entities().stream()
                .map(e -> new DeltaChanges.Item(e.id(), e, members(e)))
                .toList();
        return new Result(items, advanced(token, token.change(), after), after.isEmpty(), selection(token));
    }

    /** Groups come with their members from the first round on. */
    private List<DeltaChanges.Reference> members(io.tenantry.store.Entity entity) {
        return entity.type().equals("group")
                ? session.targets("member", entity.id()).stream()
                        .map(id -> new DeltaChanges.Reference("member", id, false))
                        .toList()
                : List.of();
    }

    private Result changes(DeltaToken token) {
        DeltaChanges.Slice slice = new DeltaChanges(session, type.name()).since(token.change());
        QueryOptions filterOnly = new QueryOptions(
                token.filter().map(f -> java.util.Map.of("filter", f)).orElse(java.util.Map.of()));
        Optional<Set<String>> only = DeltaIds.of(Query.filter(filterOnly, model, type, true));
        List<DeltaChanges.Item> items = slice.items().stream()
                .filter(item -> only.isEmpty() || only.get().contains(item.id()))
                .toList();
        return new Result(items, advanced(token, slice.upTo(), Optional.empty()), !slice.more(), selection(token));
    }

    private DeltaToken advanced(DeltaToken token, long change, Optional<String> after) {
        return new DeltaToken(token.type(), change, after, token.select(), token.filter(), now);
    }

    private Optional<Selection> selection(DeltaToken token) {
        return Selection.parse(token.select(), model, type, true);
    }
}
