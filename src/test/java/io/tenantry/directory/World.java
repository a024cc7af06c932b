package io.tenantry.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.seed.DirectorySeed;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.Caller;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.family.Sight;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tenants, and the rules of the directory as the pipeline would call them. */
@ApplicationScoped
public class World {
    public static final Instant NOW = Instant.parse("2026-01-05T10:00:00.123456Z");
    public static final String PASSWORD = "Trellis-42-orbit!";

    private final Store store;
    private final GraphRegistry graph = new GraphRegistry();

    public World(Store store, Instance<Family> families) {
        this.store = store;
        families.forEach(family -> family.register(graph));
    }

    /** A tenant of its own for each test: nothing has to be cleaned up. */
    public Place tenant() {
        String domain = "t" + Ids.random().substring(0, 8) + ".onmicrosoft.com";
        return new Place(store.writeAll(registry -> {
            Tenant tenant = registry.addTenant(Ids.random(), null, "Birchline", List.of(domain), "global", NOW);
            DirectorySeed.seed(
                    registry.session(tenant),
                    NOW,
                    List.of(),
                    List.of(new DirectorySeed.License("ENTRA_SUITE", null, 2)));
            return tenant;
        }));
    }

    /** One tenant, and who calls in it. */
    public final class Place {
        public final Tenant tenant;
        private Caller caller;

        public Place(Tenant tenant) {
            this.tenant = tenant;
            this.caller = new Caller(
                    tenant,
                    Ids.random(),
                    "Conformance",
                    Ids.random(),
                    Optional.empty(),
                    Set.of(
                            "User.ReadWrite.All",
                            "Group.ReadWrite.All",
                            "Application.ReadWrite.All",
                            "RoleManagement.ReadWrite.Directory"),
                    Set.of(),
                    Sight.EVERYTHING);
        }

        public String domain() {
            return tenant.initialDomain();
        }

        /** From now on calls come from an application with these permissions. */
        public void callAsApp(String... permissions) {
            caller = new Caller(
                    tenant,
                    caller.appId(),
                    "App",
                    caller.servicePrincipalId(),
                    Optional.empty(),
                    Set.of(permissions),
                    Set.of(),
                    Sight.EVERYTHING);
        }

        /** From now on calls come from this user, who holds these roles. */
        public void callAs(Entity user, Set<String> roles, String... permissions) {
            var signedIn = new Caller.SignedInUser(user.id(), user.text("userPrincipalName"), user.text("displayName"));
            caller = new Caller(
                    tenant,
                    caller.appId(),
                    "App",
                    caller.servicePrincipalId(),
                    Optional.of(signedIn),
                    Set.of(permissions),
                    roles,
                    Sight.EVERYTHING);
        }

        public <T> T in(Function<GraphCall, T> work, String... keys) {
            return at(NOW, work, keys);
        }

        public <T> T at(Instant now, Function<GraphCall, T> work, String... keys) {
            return store.write(
                    tenant,
                    session -> work.apply(new GraphCall("", List.of(keys), Map.of(), Map.of(), caller, now, session)));
        }

        public <T> T read(Function<Session, T> work) {
            return store.read(tenant, work);
        }

        public Entity create(String template, String body, String... keys) {
            return in(call -> graph.create(template).orElseThrow().create(call, body(body)), keys);
        }

        public void update(String template, Entity target, String body) {
            in(call -> {
                graph.update(template).orElseThrow().update(call, current(call.session(), target), body(body));
                return null;
            });
        }

        public void delete(String template, Entity target) {
            in(call -> {
                graph.delete(template).orElseThrow().delete(call, current(call.session(), target));
                return null;
            });
        }

        public void refer(String template, Entity owner, Entity other) {
            in(call -> {
                graph.addReference(template).orElseThrow().change(call, current(call.session(), owner), other);
                return null;
            });
        }

        public void unrefer(String template, Entity owner, Entity other) {
            in(call -> {
                graph.removeReference(template).orElseThrow().change(call, current(call.session(), owner), other);
                return null;
            });
        }

        public Answer call(String type, String operation, Entity bound, String body) {
            return in(call -> graph.operation(List.of(type, "directoryObject"), operation)
                    .orElseThrow()
                    .call(
                            call,
                            bound == null ? null : current(call.session(), bound),
                            body == null ? null : body(body)));
        }

        /** The object as it is stored now, live or deleted. */
        public Entity fresh(Entity entity) {
            return read(session -> current(session, entity));
        }

        public Entity user(String name, String more) {
            return create(
                    "/users",
                    """
                    {"accountEnabled": true, "displayName": "%s", "mailNickname": "%s", "userPrincipalName": "%s@%s",
                     "passwordProfile": {"password": "%s", "forceChangePasswordNextSignIn": false}%s}"""
                            .formatted(name, name, name, domain(), PASSWORD, more));
        }

        public Entity user(String name) {
            return user(name, "");
        }

        public Entity group(String name, String more) {
            return create(
                    "/groups",
                    """
                    {"displayName": "%s", "mailNickname": "%s", "mailEnabled": false, "securityEnabled": true%s}"""
                            .formatted(name, name, more));
        }

        public Set<String> members(Entity group) {
            return Set.copyOf(read(session -> session.references().targets("member", group.id())));
        }

        public boolean live(Entity entity) {
            return read(session -> session.findObject(entity.id(), false)).isPresent();
        }

        public List<String> activities() {
            return read(session -> session.query(
                    "select activity_display_name from directory_audit where tenant = {tenant} order by id",
                    row -> row.getString(1)));
        }
    }

    private static Entity current(Session session, Entity entity) {
        return session.findObject(entity.id(), false)
                .or(() -> session.findObject(entity.id(), true))
                .or(() -> session.findChild(entity.type(), entity.parent(), entity.id()))
                .orElse(entity);
    }

    public static ObjectNode body(String json) {
        return Json.parseObject(json);
    }

    public static String reference(Entity entity) {
        return "https://graph.microsoft.com/v1.0/directoryObjects/" + entity.id();
    }

    /** The call is refused with this status and message. */
    public static GraphError refused(int status, String message, Runnable call) {
        GraphError error = assertThrows(GraphError.class, call::run);
        assertEquals(message, error.getMessage());
        assertEquals(status, error.status());
        return error;
    }

    public static String notFound(String key) {
        return "Resource '" + key
                + "' does not exist or one of its queried reference-property objects are not present.";
    }
}
