package io.tenantry.control.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlError;
import io.tenantry.format.Json;
import io.tenantry.store.References;
import io.tenantry.store.Snapshots;
import io.tenantry.store.StatePair;
import io.tenantry.store.StatePair.Difference;
import io.tenantry.store.StatePair.InEither;
import io.tenantry.store.StatePair.Kind;
import io.tenantry.store.StatePair.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is new, other or gone in a state of the world, beside an earlier one. */
@ApplicationScoped
class SnapshotChanges {
    private static final List<String> NAMES =
            List.of("displayName", "principalDisplayName", "userPrincipalName", "tenantId");

    private final Snapshots snapshots;
    private final ShownProperties properties;

    SnapshotChanges(Snapshots snapshots, ShownProperties properties) {
        this.snapshots = snapshots;
        this.properties = properties;
    }

    /**
     * @param to empty for the present state
     * @param tenant id or alias; empty for all
     * @param type of object, or kind of reference; empty for all
     */
    record Asked(
            String from,
            Optional<String> to,
            Optional<String> tenant,
            Optional<String> type,
            int most,
            Optional<ChangePosition> behind) {}

    /** What is shown, and where it goes on. */
    record Page(ObjectNode shown, Optional<ChangePosition> next) {}

    private record Found(InEither tenant, Difference difference) {}

    /** Empty where there is no state of a name. */
    Optional<Page> page(Asked asked) {
        Set<String> types = types(asked);
        return snapshots.compare(asked.from, asked.to.orElse(Snapshots.PRESENT), states -> page(asked, states, types));
    }

    private Set<String> types(Asked asked) {
        Set<String> all = new HashSet<>(properties.entityTypes());
        all.addAll(References.KINDS);
        return asked.type
                .map(type -> {
                    if (!all.contains(type)) {
                        throw ControlError.badRequest("type", "there is no type '" + type + "'");
                    }
                    return Set.of(type);
                })
                .orElse(all);
    }

    private Page page(Asked asked, StatePair states, Set<String> types) {
        List<InEither> tenants = states.tenants().stream()
                .filter(each -> asked.tenant.isEmpty()
                        || asked.tenant.get().equals(each.id())
                        || asked.tenant.get().equals(each.alias()))
                .toList();
        if (tenants.isEmpty()) {
            throw ControlError.notFound("neither state has a tenant '" + asked.tenant.orElse("") + "'");
        }
        ObjectNode shown = Json.object().put("from", asked.from).put("to", asked.to.orElse(null));
        if (asked.behind.isEmpty()) {
            ArrayNode counts = shown.putArray("counts");
            tenants.forEach(tenant -> states.counts(tenant, types).forEach(count -> counts.add(count(tenant, count))));
        }
        List<Found> found = found(asked, states, tenants, types);
        boolean more = found.size() > asked.most;
        List<Found> here = more ? found.subList(0, asked.most) : found;
        ArrayNode value = shown.putArray("value");
        here.forEach(each -> value.add(shown(states, each)));
        return new Page(shown, more ? Optional.of(position(here.get(here.size() - 1))) : Optional.empty());
    }

    private static ObjectNode count(InEither tenant, StatePair.Count count) {
        return Json.object()
                .put("tenant", tenant.id())
                .put("tenantDisplayName", tenant.displayName())
                .put("type", count.type())
                .put("added", count.added())
                .put("changed", count.changed())
                .put("removed", count.removed());
    }

    /** One more than is asked for, where there is one. */
    private static List<Found> found(Asked asked, StatePair states, List<InEither> tenants, Set<String> types) {
        ChangePosition behind = asked.behind.orElse(ChangePosition.FIRST);
        List<Found> found = new ArrayList<>();
        for (InEither tenant : tenants) {
            int order = tenant.id().compareTo(behind.tenant());
            int room = asked.most + 1 - found.size();
            if (order >= 0 && room > 0) {
                Place place = order == 0 ? behind.place() : Place.FIRST;
                states.differences(tenant, types, place, room).forEach(each -> found.add(new Found(tenant, each)));
            }
        }
        return found;
    }

    private static ChangePosition position(Found last) {
        return new ChangePosition(last.tenant.id(), last.difference.place());
    }

    private ObjectNode shown(StatePair states, Found found) {
        Difference difference = found.difference;
        Place place = difference.place();
        ObjectNode shown = Json.object()
                .put("tenant", found.tenant.id())
                .put("type", place.type())
                .put("change", difference.kind().name().toLowerCase(Locale.ROOT));
        return References.KINDS.contains(place.type()) ? reference(states, found, shown) : object(difference, shown);
    }

    private ObjectNode object(Difference difference, ObjectNode shown) {
        Place place = difference.place();
        ObjectNode before = document(difference.before().orElse(null));
        ObjectNode after = document(difference.after().orElse(null));
        shown.put("id", place.id())
                .put("displayName", name(difference.kind() == Kind.REMOVED ? before : after, place.id()));
        if (!place.parent().isEmpty()) {
            shown.put("parent", place.parent());
        }
        if (difference.kind() == Kind.CHANGED) {
            shown.set("properties", properties.different(place.type(), before, after));
        }
        return shown;
    }

    private static ObjectNode reference(StatePair states, Found found, ObjectNode shown) {
        String source = found.difference.place().parent();
        String target = found.difference.place().id();
        Map<String, byte[]> objects = states.objects(found.tenant, Set.of(source, target));
        shown.put("id", source).put("displayName", name(document(objects.get(source)), source));
        shown.putObject("target").put("id", target).put("displayName", name(document(objects.get(target)), target));
        return shown;
    }

    /** @param bytes null where there is none */
    private static ObjectNode document(byte[] bytes) {
        return bytes == null ? Json.object() : Json.parseObject(bytes);
    }

    private static String name(ObjectNode document, String id) {
        return NAMES.stream()
                .map(name -> document.path(name).asText(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(id);
    }
}
