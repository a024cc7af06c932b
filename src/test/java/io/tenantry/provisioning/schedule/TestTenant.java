package io.tenantry.provisioning.schedule;

import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A tenant of a test world, with the verbs of its administrators. */
final class TestTenant {
    Store store;
    final Tenant tenant;

    TestTenant(Store store, Tenant tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    <T> T read(Function<Session, T> work) {
        return store.read(tenant, work);
    }

    void write(Consumer<Session> work) {
        store.write(tenant, session -> {
            work.accept(session);
            return null;
        });
    }

    /** An internal member of the department Dock whose mail address equals the UPN. */
    Entity user(String name) {
        return user(name, user -> {});
    }

    Entity user(String name, Consumer<Entity> properties) {
        return user(Ids.random(), name, properties);
    }

    Entity user(String id, String name, Consumer<Entity> properties) {
        String address = name + "@" + tenant.initialDomain();
        Entity user = Entity.of("user", id)
                .set("userPrincipalName", address)
                .set("displayName", name)
                .set("mailNickname", name)
                .set("mail", address)
                .set("proxyAddresses", List.of("SMTP:" + address))
                .set("department", "Dock")
                .set("userType", "Member")
                .set("accountEnabled", true)
                .set("createdDateTime", Instant.parse("2026-01-01T00:00:00Z"));
        properties.accept(user);
        write(session -> DirectoryObjects.create(session, user));
        return user;
    }

    Entity group(String name, Entity... members) {
        return group(name, group -> {}, members);
    }

    Entity group(String name, Consumer<Entity> properties, Entity... members) {
        Entity group = Entity.of("group", Ids.random())
                .set("displayName", name)
                .set("mailNickname", name)
                .set("mailEnabled", false)
                .set("securityEnabled", true);
        properties.accept(group);
        write(session -> DirectoryObjects.create(session, group));
        for (Entity member : members) {
            join(group, member);
        }
        return group;
    }

    void join(Entity group, Entity member) {
        write(session -> {
            session.references().relate("member", group.id(), member.id());
            session.changes().changed(Change.added(group, "member", member.id()));
        });
    }

    void leave(Entity group, Entity member) {
        write(session -> {
            session.references().unrelate("member", group.id(), member.id());
            session.changes().changed(Change.taken(group, "member", member.id()));
        });
    }

    void manager(Entity user, Entity manager) {
        write(session -> {
            session.references().relate("manager", user.id(), manager.id());
            session.changes().changed(Change.added(user, "manager", manager.id()));
        });
    }

    void patch(Entity user, Consumer<Entity> change) {
        write(session -> {
            Entity now = session.findObject(user.id(), false).orElseThrow();
            change.accept(now);
            DirectoryObjects.update(session, now);
        });
    }

    void delete(Entity user, Instant now) {
        write(session -> DirectoryObjects.softDelete(
                session, session.findObject(user.id(), false).orElseThrow(), now));
    }

    void purge(Entity user) {
        write(session -> DirectoryObjects.purge(session, user));
    }

    /** Consent settings and the sync flag towards another tenant. */
    void partner(TestTenant other, String consent, boolean allowed) {
        write(session -> {
            String type = "crossTenantAccessPolicyConfigurationPartner";
            String id = other.tenant.id();
            Optional<Entity> before = session.find(type, id);
            before.ifPresent(session::remove);
            Entity partner = before.orElseGet(() -> new Entity(type, id, "", Json.object()));
            partner.properties().withObject("automaticUserConsentSettings").put(consent, allowed);
            session.insert(partner);
        });
    }

    void allowSyncFrom(TestTenant other, boolean allowed) {
        allow(other, "userSyncInbound", allowed);
    }

    void allowGroupsFrom(TestTenant other, boolean allowed) {
        allow(other, "groupSyncInbound", allowed);
    }

    void allowRoleEnabledGroupsFrom(TestTenant other, boolean allowed) {
        allow(other, "roleEnabledGroupSyncInbound", allowed);
    }

    private void allow(TestTenant other, String what, boolean allowed) {
        write(session -> {
            String type = "crossTenantIdentitySyncPolicyPartner";
            String id = other.tenant.id();
            Optional<Entity> stored = session.findChild(type, id, id);
            Entity policy = stored.orElseGet(() -> new Entity(type, id, id, Json.object()));
            policy.properties().putObject(what).put("isSyncAllowed", allowed);
            if (stored.isPresent()) {
                session.update(policy);
            } else {
                session.insert(policy);
            }
        });
    }

    /** Opens the tenant to other clouds. */
    void openTo(String... endpoints) {
        write(session -> {
            String type = "crossTenantAccessPolicy";
            session.children(type, "").forEach(session::remove);
            session.insert(Entity.of(type, Ids.random()).set("allowedCloudEndpoints", List.of(endpoints)));
        });
    }

    Optional<Entity> live(String id) {
        return read(session -> session.findObject(id, false));
    }

    boolean inBin(Entity object) {
        return read(session -> session.findObject(object.id(), true)).isPresent();
    }

    /** External users, by UPN. */
    List<Entity> externals() {
        return read(session -> session.query(
                "select type, id, '', body from directory_object where tenant = {tenant} and type = 'user'"
                        + " and creation_type = 'invitation' and deleted_date_time is null order by user_principal_name",
                Session::entity));
    }

    /** External users in deleted items. */
    List<Entity> deleted() {
        return read(session -> session.query(
                "select type, id, '', body from directory_object where tenant = {tenant} and type = 'user'"
                        + " and creation_type = 'invitation' and deleted_date_time is not null order by id",
                Session::entity));
    }

    /** Live groups of a name. */
    List<Entity> groups(String name) {
        return read(session -> session.allBy("group", "displayName", name));
    }

    /** Live members of a group. */
    Set<String> members(Entity group) {
        return read(session -> session.objects(session.references().targets("member", group.id())).stream()
                .map(Entity::id)
                .collect(Collectors.toSet()));
    }

    Optional<Entity> external(Entity home) {
        String prefix = home.text("userPrincipalName").replace('@', '_') + "#EXT#";
        return externals().stream()
                .filter(each -> each.text("userPrincipalName").startsWith(prefix))
                .findFirst();
    }

    List<String> audits() {
        return read(session -> session.query(
                "select activity_display_name from directory_audit where tenant = {tenant} order by id",
                row -> row.getString(1)));
    }

    /** Why entries of an activity were left. */
    List<String> auditReasons(String activity) {
        return read(session -> session.query(
                        "select body from directory_audit where tenant = {tenant} order by id",
                        row -> Json.parse(row.getBytes(1))))
                .stream()
                .filter(audit -> audit.path("activityDisplayName").asText().equals(activity))
                .map(audit -> audit.path("resultReason").asText())
                .toList();
    }

    /** Activities that cycles have left about one user of this tenant. */
    List<String> auditsOf(Entity user) {
        return read(session -> session.query(
                        "select body from directory_audit where tenant = {tenant} order by id",
                        row -> Json.parse(row.getBytes(1))))
                .stream()
                .filter(audit -> audit.path("additionalDetails")
                        .valueStream()
                        .anyMatch(detail -> detail.path("value").asText().equals(user.id())))
                .map(audit -> audit.path("activityDisplayName").asText().toLowerCase(Locale.ROOT))
                .toList();
    }
}
