package io.tenantry.directory.dynamic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.format.Ids;
import io.tenantry.store.Change;
import io.tenantry.store.Dialect;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the members of dynamic groups follow what is written, while others write (directory.md §8). */
@Execution(ExecutionMode.CONCURRENT)
class DynamicGroupsTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    private Store store;
    private Tenant alder;

    private void open(Dialect dialect) {
        store = dialect == Dialect.SQLITE ? StoreUnderTest.ephemeral() : StoreUnderTest.postgresql();
        alder = StoreUnderTest.tenant(store, "alder");
    }

    private static Entity user(String department) {
        String id = Ids.random();
        return Entity.of("user", id)
                .set("displayName", id)
                .set("userPrincipalName", id + "@alder.example")
                .set("department", department)
                .set("accountEnabled", true);
    }

    private List<Entity> users(int count, String department) {
        List<Entity> users =
                IntStream.range(0, count).mapToObj(i -> user(department)).toList();
        store.write(alder, session -> {
            session.insertAll(users);
            session.changes()
                    .changed(users.stream()
                            .map(each -> Change.of(each, Change.Kind.CREATED))
                            .toList());
            return null;
        });
        return users;
    }

    private Entity group(String rule) {
        Entity group = Entity.of("group", Ids.random())
                .set("displayName", "By rule")
                .set("groupTypes", List.of(GroupKind.DYNAMIC))
                .set("membershipRule", rule);
        store.write(alder, session -> {
            DirectoryObjects.create(session, group);
            DynamicGroups.follow(session, group);
            return null;
        });
        return group;
    }

    private void rule(Entity group, String rule) {
        store.write(alder, session -> {
            Entity now = session.find("group", group.id()).orElseThrow().set("membershipRule", rule);
            DirectoryObjects.update(session, now);
            DynamicGroups.follow(session, now);
            return null;
        });
    }

    private void department(Entity user, String department) {
        store.write(alder, session -> {
            DirectoryObjects.update(
                    session, session.find("user", user.id()).orElseThrow().set("department", department));
            return null;
        });
    }

    private Set<String> members(Entity group) {
        return store.read(alder, session -> Set.copyOf(session.references().targets("member", group.id())));
    }

    private static Set<String> ids(List<Entity> users) {
        return users.stream().map(Entity::id).collect(Collectors.toSet());
    }

    private int pending() {
        return store.read(alder, session -> new PendingMembership(session).some())
                .size();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void membersFollowBeforeTheWriterIsAnswered(Dialect dialect) {
        open(dialect);
        List<Entity> dock = users(1200, "Dock");
        List<Entity> office = users(30, "Office");

        Entity group = group("user.department -match \"^do\"");

        assertEquals(ids(dock), members(group));
        department(office.get(0), "Docks");
        assertTrue(members(group).contains(office.get(0).id()));
        rule(group, "user.department -eq \"Office\"");
        assertEquals(ids(office.subList(1, 30)), members(group));
        assertEquals(0, pending());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aRuleMayAskForTheMembersOfAnotherDynamicGroup(Dialect dialect) {
        open(dialect);
        List<Entity> dock = users(3, "Dock");
        Entity first = group("user.department -eq \"Dock\"");
        Entity second = group("user.memberOf -any (group.objectId -in ['" + first.id() + "'])");
        assertEquals(ids(dock), members(second));

        department(dock.get(0), "Office");
        assertEquals(ids(dock.subList(1, 3)), members(second));
        rule(first, "user.department -eq \"Office\"");
        assertEquals(ids(dock.subList(0, 1)), members(second));
    }

    /** Rules that take long are asked while others write: of this tenant, and of any other. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nobodyWaitsForARule(Dialect dialect) throws Exception {
        open(dialect);
        Tenant birch = StoreUnderTest.tenant(store, "birch");
        users(1500, "a".repeat(60) + "!");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Entity> made = other.submit(() -> group("user.department -match \"(?!b)(a|aa)+\\\\1$\""));
            long asked = System.nanoTime();
            long longest = 0;
            int writes = 0;
            while (!made.isDone()) {
                Tenant tenant = writes++ % 2 == 0 ? birch : alder;
                long began = System.nanoTime();
                store.write(tenant, session -> {
                    DirectoryObjects.create(
                            session, Entity.of("group", Ids.random()).set("displayName", "g"));
                    return null;
                });
                longest = Math.max(longest, System.nanoTime() - began);
            }
            long whole = System.nanoTime() - asked;
            assertEquals(Set.of(), members(made.get()));
            assertTrue(writes > 4, writes + " writes while the rule was asked");
            assertTrue(
                    longest < Math.max(SOON.toNanos(), whole / 2),
                    longest / 1_000_000 + " of " + whole / 1_000_000 + " ms");
        } finally {
            other.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatAStopLeftBehindIsSettledLater(Dialect dialect) {
        open(dialect);
        List<Entity> users = users(20, "Office");
        Entity group = group("user.department -eq \"Dock\"");
        store.write(alder, session -> {
            users.forEach(user -> session.update(user.set("department", "Dock")));
            new PendingMembership(session).mark(ids(users));
            return null;
        });

        new MembershipUpdate(store, alder).settleLeftBehind();

        assertEquals(ids(users), members(group));
        assertEquals(0, pending());
    }

    /** Whoever of several writers comes last is followed. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void membersAreWhomTheRuleTakesHoweverWritesMeet(Dialect dialect) throws Exception {
        open(dialect);
        List<Entity> users = users(60, "Dock");
        List<Entity> groups = List.of(group("user.department -eq \"Dock\""), group("user.department -eq \"Office\""));
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            Random random = new Random(writer);
            boolean ofRules = writer == 0;
            done.add(writers.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    String department = random.nextBoolean() ? "Dock" : "Office";
                    if (ofRules) {
                        rule(groups.get(random.nextInt(2)), "user.department -eq \"" + department + "\"");
                    } else {
                        department(users.get(random.nextInt(60)), department);
                    }
                }
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        writers.shutdown();
        for (Entity group : groups) {
            String rule = store.read(
                            alder, session -> session.find("group", group.id()).orElseThrow())
                    .text("membershipRule");
            Set<String> expected = store.read(alder, session -> session.objects(ids(users)).stream()
                    .filter(user -> rule.contains("\"" + user.text("department") + "\""))
                    .map(Entity::id)
                    .collect(Collectors.toSet()));
            assertEquals(expected, members(group), rule);
        }
        assertEquals(0, pending());
    }
}
