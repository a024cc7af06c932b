package io.tenantry.graph.delta;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.DeltaToken;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.odata.query.SkipToken;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.resource.CollectionSource;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public record Result(List<DeltaChanges.Item> items, DeltaToken link, boolean last, DeltaShape shape) {}

    private final Session session;
    private final GraphModel model;
    private final StructuredType type;
    private final Instant now;
    private final String address;

    /** @param address of the delta query, without options */
    public DeltaQuery(Session session, GraphModel model, StructuredType type, Instant now, String address) {
        this.session = session;
        this.model = model;
        this.type = type;
        this.now = now;
        this.address = address;
    }

    public Result run(QueryOptions options) {
        Optional<String> delta = options.get("deltatoken").filter(t -> !t.isEmpty());
        Optional<String> skip = options.get("skiptoken");
        if (delta.isPresent() && delta.get().equalsIgnoreCase("latest")) {
            DeltaToken token = begun(options);
            return new Result(List.of(), token, true, shape(token));
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
        if (token.issued().isBefore(now.minus(LIFETIME))) {
            // E42: the same address with an empty token begins anew
            throw new GraphError(
                    410,
                    "syncStateNotFound",
                    "The delta token is too old. Start over with a full synchronization.",
                    List.of(),
                    Map.of("Location", address + "?$deltatoken="));
        }
    }

    private Result firstRound(DeltaToken token) {
        DeltaScope scope = DeltaScope.of(token.filter(), model, type);
        Query query = new Query(
                scope.type(),
                scope.filter(),
                List.of(),
                PAGE,
                0,
                token.after().map(id -> SkipToken.of(List.of(id))),
                false,
                Optional.empty(),
                List.of());
        DeltaShape shape = shape(token);
        Page page = new CollectionQuery(
                        session, new CollectionSource.All(scope.type().name()), null)
                .page(query);
        Optional<String> after = page.next().isEmpty()
                ? Optional.empty()
                : Optional.of(page.entities().get(page.entities().size() - 1).id());
        List<DeltaChanges.Item> items = page.entities().stream()
                .map(e -> new DeltaChanges.Item(e.id(), e, Optional.empty(), references(e, shape)))
                .toList();
        return new Result(items, advanced(token, token.change(), after), after.isEmpty(), shape);
    }

    /** Groups come with their members from the first round on, users with their manager where it is selected. */
    private List<DeltaChanges.Reference> references(Entity entity, DeltaShape shape) {
        return shape.initialKinds(entity.type()).stream()
                .flatMap(kind -> session.targets(kind, entity.id()).stream()
                        .map(id -> new DeltaChanges.Reference(kind, id, false)))
                .toList();
    }

    private Result changes(DeltaToken token) {
        DeltaScope scope = DeltaScope.of(token.filter(), model, type);
        DeltaShape shape = shape(token);
        DeltaChanges.Slice slice = new DeltaChanges(session, scope.type().name()).since(token.change());
        List<DeltaChanges.Item> items = slice.items().stream()
                .filter(item -> scope.holds(item.id()) && shape.tracks(item))
                .toList();
        return new Result(items, advanced(token, slice.upTo(), Optional.empty()), !slice.more(), shape);
    }

    private DeltaToken advanced(DeltaToken token, long change, Optional<String> after) {
        return new DeltaToken(token.type(), change, after, token.select(), token.filter(), now);
    }

    private DeltaShape shape(DeltaToken token) {
        return DeltaShape.of(token.select(), model, type);
    }
}
