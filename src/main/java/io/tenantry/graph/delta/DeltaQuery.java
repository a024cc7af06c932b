package io.tenantry.graph.delta;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.DeltaToken;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.store.Session;
import io.tenantry.world.RetentionConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of {@code delta}: a page of the first round, or a page of changes (directory.md §17). */
public final class DeltaQuery {
    private final Session session;
    private final GraphModel model;
    private final StructuredType type;
    private final Instant now;
    private final Duration kept;
    private final String address;
    private final DeltaRights rights;

    /** What the call answers, and how it is shown. */
    public record Result(DeltaPage page, DeltaShape shape) {}

    /**
     * @param kept how long changes are kept, and so how long a token is good
     * @param address of the delta query, without options
     */
    public DeltaQuery(
            Session session,
            GraphModel model,
            StructuredType type,
            Instant now,
            Duration kept,
            String address,
            DeltaRights rights) {
        this.session = session;
        this.model = model;
        this.type = type;
        this.now = now;
        this.kept = kept;
        this.address = address;
        this.rights = rights;
    }

    public Result run(QueryOptions options) {
        Optional<String> delta = options.get("deltatoken").filter(t -> !t.isEmpty());
        boolean latest = delta.filter("latest"::equalsIgnoreCase).isPresent();
        Optional<DeltaToken> sent = latest
                ? Optional.empty()
                : delta.or(() -> options.get("skiptoken")).map(this::read);
        DeltaToken token = sent.orElseGet(() -> begun(options)).issued(now);
        DeltaScope scope = DeltaScope.of(token, model, type);
        DeltaShape shape = DeltaShape.of(token, model, type, rights);
        if (latest) {
            return new Result(new DeltaPage(List.of(), token, true), shape);
        }
        boolean first = sent.isEmpty() || token.position().isPresent();
        DeltaPage page =
                first ? new FirstRound(session, model, scope, shape).page(token) : changes(token, scope, shape);
        requireKept(token); // behind the reading: what went before it was missed
        return new Result(page, shape);
    }

    private DeltaPage changes(DeltaToken token, DeltaScope scope, DeltaShape shape) {
        DeltaPage page = new DeltaChanges(session, scope).page(token);
        return new DeltaPage(
                page.items().stream().filter(item -> shape.tracks(item, model)).toList(), page.next(), page.last());
    }

    private DeltaToken begun(QueryOptions options) {
        return new DeltaToken(
                session.tenant().id(),
                type.name(),
                session.changes().lastChange(),
                Optional.empty(),
                options.get("select"),
                options.get("filter"),
                now);
    }

    /** A token of this tenant and resource. */
    private DeltaToken read(String text) {
        DeltaToken token = DeltaToken.read(text, session.tenant().id(), type.name());
        if (RetentionConfig.ends(kept) && token.issued().isBefore(now.minus(kept))) {
            throw tooOld();
        }
        return token;
    }

    /** A token from before a reset may count further than the changes do. */
    private void requireKept(DeltaToken token) {
        if (!session.changes().keeps(token.change())) {
            throw tooOld();
        }
    }

    /** E42: the same address with an empty token begins anew. */
    private GraphError tooOld() {
        return new GraphError(
                410,
                "syncStateNotFound",
                "The delta token is too old. Start over with a full synchronization.",
                List.of(),
                Map.of("Location", address + "?$deltatoken="));
    }
}
