package io.tenantry.odata.sql;

import io.tenantry.family.CollectionSource;
import io.tenantry.format.Ids;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.store.Dialect;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * So many objects that planners choose as they would in a large directory: in one tenant some of every type that is queried, in the other
 * users as most directories have them.
 */
final class PlanWorld {
    static final GraphModel MODEL = ModelLoader.load("v1.0");
    /** What references, children and the like are asked of. */
    static final String HUB = Ids.derived("hub");

    private static final int USERS = 6_000;
    /** Of each type. */
    static final int OBJECTS = 1_000;

    private static final int REFERENCES = 120;
    private static final Set<String> UNSET = Set.of("id", "deletedDateTime");

    private static final Map<String, List<FilterPath>> KEYS = new ConcurrentHashMap<>();

    private PlanWorld() {}

    static Store fill(Store store) {
        store.write(StoreUnderTest.tenant(store, "alder"), PlanWorld::fill);
        return store.write(StoreUnderTest.tenant(store, "birch"), session -> {
            insert(session, USERS, PlanWorld::user);
            if (session.dialect() == Dialect.POSTGRESQL) {
                session.update("analyze -- {tenant}");
            }
            return store;
        });
    }

    private static int fill(Session session) {
        for (Served served : Served.SETS) {
            String type = served.type().name();
            insert(
                    session,
                    OBJECTS,
                    served.source() instanceof CollectionSource.Children
                            ? i -> in(i % 4 == 0 ? HUB : object("servicePrincipal", i), generated(type, i))
                            : i -> generated(type, i));
        }
        for (String type : Set.of("user", "group", "application", "servicePrincipal")) {
            insert(session, OBJECTS, i -> generated(type, OBJECTS + i)
                    .set("deletedDateTime", Instant.ofEpochSecond(1_700_000_000L + i)));
        }
        for (String kind : Set.of("member", "owner", "manager", "sponsor")) {
            session.updateAll(
                    "insert into relation (tenant, kind, source, target) values ({tenant},?,?,?)", references(kind));
        }
        return OBJECTS;
    }

    private static int insert(Session session, int number, IntFunction<Entity> made) {
        for (int from = 0; from < number; from += 1000) {
            session.insertAll(IntStream.range(from, from + 1000).mapToObj(made).toList());
        }
        return number;
    }

    private static Entity in(String parent, Entity entity) {
        return new Entity(entity.type(), entity.id(), parent, entity.properties());
    }

    /** From the hub, to it, and many that have nothing to do with it. */
    private static List<Object[]> references(String kind) {
        return IntStream.range(0, USERS)
                .mapToObj(i -> new Object[] {
                    kind,
                    i < REFERENCES ? HUB : object("group", i),
                    i > USERS - REFERENCES ? HUB : object(i % 2 == 0 ? "user" : "group", i + i / OBJECTS)
                })
                .toList();
    }

    private static String object(String type, int i) {
        return Ids.derived(type + i % OBJECTS);
    }

    /** An object with a value in whatever has a key of its own. */
    private static Entity generated(String type, int i) {
        Entity entity = Entity.of(type, Ids.derived(type + i));
        KEYS.computeIfAbsent(type, PlanWorld::keys).forEach(path -> path.set(entity.properties(), i));
        return entity;
    }

    private static List<FilterPath> keys(String type) {
        return FilterPath.of(MODEL, MODEL.type(type)).stream()
                .filter(path -> path.hasKey() && !UNSET.contains(path.joined()))
                .toList();
    }

    /** Users as most directories have them. */
    private static Entity user(int i) {
        return generated("user", i)
                .set("displayName", "Person " + i)
                .set("userPrincipalName", "person" + i + "@alder.example")
                .set("mail", "person" + i + "@alder.example")
                .set("employeeId", "E" + i)
                .set("surname", "Sur" + i % 400)
                .set("department", "Dep" + i % 40)
                .set("jobTitle", "Job" + i % 90)
                .set("city", i % 200 == 3 ? null : "City" + i % 60)
                .set("usageLocation", i % 20 == 0 ? "GB" : "DE")
                .set("userType", i % 100 == 0 ? "Guest" : "Member")
                .set("accountEnabled", i % 50 != 0)
                .set("proxyAddresses", List.of("SMTP:person" + i + "@alder.example"))
                .set("otherMails", List.of("p" + i + "@else.example"));
    }
}
