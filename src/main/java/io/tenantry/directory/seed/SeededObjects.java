package io.tenantry.directory.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.dynamic.MembershipFollowing;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.format.Ids;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Users and groups of a scenario file on their way into a tenant: any Graph property, read-only ones included, completed as creation
 * through the API would. Rows go in by batches; nothing is audited, and nothing enters the change sequence.
 *
 * <p>Add all objects, then call {@link #finish()}: who refers to whom may stand in any order.
 */
public final class SeededObjects {
    private static final int BATCH = 1000;
    private static final Set<String> REFERENCES = Set.of("manager", "members", "owners", "sponsors");

    private final Session session;
    private final Instant now;
    private final SeededLicenses licenses;
    private final Map<String, String> idOf = new HashMap<>();
    private final List<Entity> batch = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Entity> byRule = new ArrayList<>();

    /** A reference as the file has it: the other end by id or user principal name. */
    private record Reference(String kind, String source, String other, String place) {}

    public SeededObjects(Session session, Instant now) {
        this.session = session;
        this.now = now;
        this.licenses = new SeededLicenses(session, now);
    }

    /** A user as the file has it; {@code userPrincipalName} is the least. */
    public Entity user(ObjectNode properties) {
        Entity user = entity("user", properties);
        SeededUser.complete(user, properties, session.tenant().initialDomain(), now);
        licenses.complete(user);
        idOf.put(user.text("userPrincipalName").toLowerCase(Locale.ROOT), user.id());
        refer("manager", user, properties, "manager");
        refer("sponsor", user, properties, "sponsors");
        add(user);
        return user;
    }

    /** A group as the file has it; {@code displayName} is the least. Where a dynamic group names members, they stay as named. */
    public Entity group(ObjectNode properties) {
        Entity group = entity("group", properties);
        SeededGroup.complete(group, session.tenant().initialDomain(), now);
        refer("member", group, properties, "members");
        refer("owner", group, properties, "owners");
        if (GroupKind.dynamic(group) && !properties.has("members")) {
            byRule.add(group);
        }
        add(group);
        return group;
    }

    /** Id of an object of the file, by id or user principal name; null where there is none. */
    public String id(String idOrName) {
        return idOf.get(idOrName.toLowerCase(Locale.ROOT));
    }

    /** Writes what is left; throws {@link IllegalArgumentException} naming a reference to an object that is not there. */
    public void finish() {
        flush();
        session.updateAll(
                "insert into relation (tenant, kind, source, target) values ({tenant},?,?,?) on conflict do nothing",
                references.stream().map(this::row).toList());
        byRule.forEach(group -> new MembershipFollowing(session, () -> now).fill(group));
    }

    private Entity entity(String type, ObjectNode properties) {
        String id =
                properties.hasNonNull("id") ? Ids.canonical(properties.get("id").asText()) : Ids.random();
        Entity entity = Entity.of(type, id);
        ObjectNode plain = properties.deepCopy();
        plain.remove(REFERENCES);
        plain.remove("id");
        Merge.into(entity.properties(), plain);
        return entity;
    }

    private void add(Entity entity) {
        idOf.put(entity.id(), entity.id());
        batch.add(entity);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        session.insertAll(batch);
        batch.clear();
    }

    private void refer(String kind, Entity source, ObjectNode properties, String property) {
        JsonNode others = properties.get(property);
        if (others == null || others.isNull()) {
            return;
        }
        String place = source.type() + " '" + source.text("displayName") + "', " + property;
        Iterable<JsonNode> each = others.isArray() ? others : List.of(others);
        each.forEach(other -> references.add(new Reference(kind, source.id(), other.asText(), place)));
    }

    private Object[] row(Reference reference) {
        String target = id(reference.other);
        if (target == null) {
            throw new IllegalArgumentException(reference.place + ": there is no object '" + reference.other + "'");
        }
        return new Object[] {reference.kind, reference.source, target};
    }
}
