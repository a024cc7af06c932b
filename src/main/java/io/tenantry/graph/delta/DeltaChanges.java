package io.tenantry.graph.delta;

import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has changed since a number of the change sequence, an item an object. The cost follows the number of changes. */
final class DeltaChanges {
    private static final int PAGE = 100;

    /**
     * One object.
     *
     * @param now its state, null once purged
     * @param changed names of the properties that have changed; empty where all may have, as for a new object
     * @param references that were added or taken away
     */
    record Item(String id, Entity now, Optional<Set<String>> changed, List<Reference> references) {}

    record Reference(String name, String other, boolean taken) {}

    /** Items, the number up to which they reach, and whether more stand behind it. */
    record Slice(List<Item> items, long upTo, boolean more) {}

    private record Latest(String id, long number) {}

    private final Session session;
    private final String type;

    DeltaChanges(Session session, String type) {
        this.session = session;
        this.type = type;
    }

    Slice since(long number) {
        List<Latest> latest = session.query(
                "select object_id, max(seq) from change where tenant = {tenant} and seq > ? and type = ? group by object_id"
                        + " order by max(seq) limit " + (PAGE + 1),
                row -> new Latest(row.getString(1), row.getLong(2)),
                number,
                type);
        boolean more = latest.size() > PAGE;
        List<Latest> shown = more ? latest.subList(0, PAGE) : latest;
        long upTo = more ? shown.get(PAGE - 1).number : session.lastChange();
        return new Slice(items(shown, number, upTo), upTo, more);
    }

    private List<Item> items(List<Latest> latest, long after, long upTo) {
        if (latest.isEmpty()) {
            return List.of();
        }
        List<String> ids = latest.stream().map(Latest::id).toList();
        Map<String, Entity> now = now(ids).stream().collect(Collectors.toMap(Entity::id, Function.identity()));
        Map<String, List<Reference>> references = references(ids, after, upTo);
        Map<String, Optional<Set<String>>> changed = changed(ids, after, upTo);
        return ids.stream()
                .map(id -> new Item(
                        id,
                        now.get(id),
                        changed.getOrDefault(id, Optional.of(Set.of())),
                        references.getOrDefault(id, List.of())))
                .toList();
    }

    /** Live and soft-deleted alike. */
    private List<Entity> now(List<String> ids) {
        return session.query(
                "select type, id, parent, body from directory_object where tenant = {tenant} and id in (" + marks(ids)
                        + ")",
                Session::entity,
                ids.toArray());
    }

    private Map<String, List<Reference>> references(List<String> ids, long after, long upTo) {
        List<Object> parameters = new ArrayList<>(List.of(after, upTo));
        parameters.addAll(ids);
        Map<String, Map<String, Reference>> last = new HashMap<>();
        session.query(
                "select object_id, name, other, kind from change where tenant = {tenant} and seq > ? and seq <= ? and object_id in ("
                        + marks(ids) + ") and kind in ('ADDED', 'TAKEN') order by seq",
                row -> last.computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>())
                        .put(
                                row.getString(2) + row.getString(3),
                                new Reference(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4).equals(Change.Kind.TAKEN.name()))),
                parameters.toArray());
        return last.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> List.copyOf(e.getValue().values())));
    }

    /** Names of the properties that have changed; empty for what came into being, or was changed in a way that names none. */
    private Map<String, Optional<Set<String>>> changed(List<String> ids, long after, long upTo) {
        List<Object> parameters = new ArrayList<>(List.of(after, upTo));
        parameters.addAll(ids);
        Map<String, Optional<Set<String>>> changed = new HashMap<>();
        session.query(
                "select object_id, name from change where tenant = {tenant} and seq > ? and seq <= ? and object_id in ("
                        + marks(ids) + ") and kind not in ('ADDED', 'TAKEN')",
                row -> changed.merge(row.getString(1), names(row.getString(2)), DeltaChanges::together),
                parameters.toArray());
        return changed;
    }

    private static Optional<Set<String>> names(String names) {
        return Optional.ofNullable(names).map(text -> Set.of(text.split(",")));
    }

    private static Optional<Set<String>> together(Optional<Set<String>> one, Optional<Set<String>> other) {
        return one.flatMap(names -> other.map(more -> {
            Set<String> all = new HashSet<>(names);
            all.addAll(more);
            return all;
        }));
    }

    private static String marks(List<String> ids) {
        return ids.stream().map(id -> "?").collect(Collectors.joining(","));
    }
}
