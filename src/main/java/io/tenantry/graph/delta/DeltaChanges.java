package io.tenantry.graph.delta;

import io.tenantry.odata.query.DeltaToken;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has changed, page by page in the order of the change sequence. A page costs what its own changes cost, however many stand behind
 * it; an object that changed again comes again.
 */
final class DeltaChanges {
    private static final int PAGE = 500;

    private record Numbered(long number, Change change) {}

    private final Session session;
    private final DeltaScope scope;

    DeltaChanges(Session session, DeltaScope scope) {
        this.session = session;
        this.scope = scope;
    }

    DeltaPage page(DeltaToken token) {
        long last =
                session.changes().lastChange(); // first, so that what is committed meanwhile comes with the next call
        List<Numbered> changes = between(token.change(), last);
        boolean more = changes.size() > PAGE;
        List<Numbered> shown = more ? changes.subList(0, PAGE) : changes;
        return new DeltaPage(
                items(shown.stream().map(Numbered::change).toList()),
                token.tracking(more ? shown.get(PAGE - 1).number : last),
                !more);
    }

    private List<Numbered> between(long after, long upTo) {
        List<Object> values = new ArrayList<>(List.of(after, upTo));
        values.addAll(scope.ofChanges().values());
        return session.query(
                statement(),
                row -> new Numbered(
                        row.getLong(1),
                        new Change(
                                row.getString(2),
                                row.getString(3),
                                Change.Kind.valueOf(row.getString(4)),
                                row.getString(5),
                                row.getString(6))),
                values.toArray());
    }

    String statement() {
        String index = scope.indexOfChanges().map(session.dialect()::readBy).orElse("");
        return "select seq, type, object_id, kind, name, other from change" + index
                + " where tenant = {tenant} and seq > ? and seq <= ?"
                + scope.ofChanges().text() + " order by seq limit " + (PAGE + 1);
    }

    private List<DeltaItem> items(List<Change> changes) {
        Map<String, List<Change>> byObject = changes.stream()
                .collect(Collectors.groupingBy(Change::object, LinkedHashMap::new, Collectors.toList()));
        Map<String, Entity> now = now(byObject.keySet());
        Map<String, String> types = new ObjectTypes(session)
                .of(changes.stream()
                        .filter(DeltaChanges::isReference)
                        .map(Change::other)
                        .collect(Collectors.toSet()));
        return byObject.entrySet().stream()
                .map(object -> new DeltaItem(
                        object.getKey(),
                        Optional.ofNullable(now.get(object.getKey())),
                        changed(object.getValue()),
                        references(object.getValue(), types)))
                .toList();
    }

    /** Live and soft-deleted alike. */
    private Map<String, Entity> now(Set<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return session
                .query(
                        "select type, id, parent, body from " + scope.table() + " where tenant = {tenant} and id in ?",
                        Session::entity,
                        ids)
                .stream()
                .collect(Collectors.toMap(Entity::id, Function.identity()));
    }

    /** Names of the properties; empty for what came into being, or was changed in a way that names none. */
    private static Optional<Set<String>> changed(List<Change> changes) {
        Set<String> names = new HashSet<>();
        for (Change change : changes) {
            if (!isReference(change)) {
                if (change.name() == null) {
                    return Optional.empty();
                }
                names.addAll(List.of(change.name().split(",")));
            }
        }
        return Optional.of(names);
    }

    /** Of what was added and taken away several times, the last. */
    private static List<DeltaReference> references(List<Change> changes, Map<String, String> types) {
        Map<String, DeltaReference> last = new LinkedHashMap<>();
        for (Change change : changes) {
            if (isReference(change)) {
                boolean taken = change.kind() == Change.Kind.TAKEN;
                String type = types.getOrDefault(change.other(), "directoryObject");
                last.put(
                        change.name() + change.other(), new DeltaReference(change.name(), change.other(), type, taken));
            }
        }
        return List.copyOf(last.values());
    }

    private static boolean isReference(Change change) {
        return change.kind() == Change.Kind.ADDED || change.kind() == Change.Kind.TAKEN;
    }
}
