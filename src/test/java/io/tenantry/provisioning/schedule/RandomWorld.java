package io.tenantry.provisioning.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.ondemand.OnDemand.Subject;
import io.tenantry.store.Entity;
import io.tenantry.store.failure.UniqueViolation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Two tenants and a configuration in which people do whatever they do: the same for the same seed. */
final class RandomWorld {
    private static final List<String> DEPARTMENTS = List.of("Dock", "Office", "Bridge");

    final World world;
    final TestTenant source;
    final TestTenant target;
    final TestSync sync;
    final List<Entity> users = new ArrayList<>();
    private final Random random;
    private final List<Entity> groups = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private final String name;
    private Optional<TestSync> another = Optional.empty();

    RandomWorld(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
        this.name = "w" + seed;
        this.source = world.tenant("s" + name);
        this.target = world.tenant("t" + name);
        this.sync = new TestSync(world, source, target);
    }

    void begin() {
        times(3 + random.nextInt(8), this::hire);
        times(random.nextInt(3), this::form);
        times(random.nextInt(6), this::settle);
        if (random.nextInt(4) == 0) {
            note("everyone", () -> sync.secret("SyncAll", "true"));
        }
        if (random.nextInt(3) > 0) {
            note("groups", sync::withGroups);
        }
        times(random.nextInt(3), this::obstruct);
    }

    /** Something happens on either side. */
    void go() {
        times(1 + random.nextInt(6), this::happen);
    }

    private void happen() {
        switch (random.nextInt(24)) {
            case 0 -> hire();
            case 1, 2 -> settle();
            case 3, 4, 5 -> edit();
            case 6 -> leave();
            case 7 -> obstruct();
            case 8 -> meddle();
            case 9 -> note("threshold", () -> sync.deleteThreshold(random.nextInt(4)));
            case 10 -> note("restart", () -> sync.restart(scopes()));
            case 11 ->
                note("later", () -> world.clock.set(world.clock.now().plusSeconds(random.nextInt(40) * 3600L), true));
            case 12 -> form();
            case 13, 14 -> regroup();
            case 15 -> report();
            case 16 -> rename();
            case 17 -> phone();
            case 18 -> note("everyone or not", () -> sync.secret("SyncAll", Boolean.toString(chance(3))));
            case 19 -> onDemand();
            case 20 -> disconnect();
            case 21 -> comeBack();
            case 22 -> note("groups", () -> target.allowGroupsFrom(source, chance(2)));
            default -> another();
        }
    }

    private void rename() {
        one(users).filter(this::lives).ifPresent(user -> {
            String other = "r" + random.nextInt(4) + "@" + source.tenant.initialDomain();
            note(
                    "rename " + users.indexOf(user),
                    () -> source.patch(user, each -> each.set("userPrincipalName", other)));
        });
    }

    /** A phone for SMS sign-in, or none any more. */
    private void phone() {
        one(users).filter(this::lives).ifPresent(user -> {
            JsonNode phone = chance(2)
                    ? Json.array()
                    : Json.parse("[{\"signInType\":\"phoneNumber\",\"issuer\":\"x\",\"issuerAssignedId\":\"+1\"}]");
            note(
                    "phone of " + users.indexOf(user),
                    () -> source.patch(user, each -> each.properties().set("identities", phone)));
        });
    }

    private void onDemand() {
        one(users).ifPresent(user -> {
            Subject subject = new Subject(ObjectType.USER, user.id(), List.of());
            note(
                    "on demand " + users.indexOf(user),
                    () -> source.write(session -> world.onDemand.provision(
                            session, sync.jobId, sync.servicePrincipal, subject, world.clock.now())));
        });
    }

    private void disconnect() {
        one(users)
                .ifPresent(user -> note("disconnect " + users.indexOf(user), () -> {
                    sync.pause();
                    source.write(session -> JobControl.disconnect(session, sync.job(), user.id()));
                }));
    }

    private void comeBack() {
        one(users)
                .filter(user -> source.inBin(user) && !lives(user))
                .ifPresent(user -> note("restore " + users.indexOf(user), () -> restore(source, user)));
        one(target.deleted()).ifPresent(user -> note("restored there", () -> restore(target, user)));
    }

    private static void restore(TestTenant tenant, Entity user) {
        tenant.write(session -> DirectoryObjects.restore(
                session, session.findObject(user.id(), true).orElseThrow()));
    }

    /** Another configuration between the same tenants. */
    private void another() {
        note("another", () -> {
            TestSync sync = another.orElseGet(() -> new TestSync(world, source, target));
            another = Optional.of(sync);
            one(users).ifPresent(user -> {
                sync.unassign(user);
                if (chance(2)) {
                    sync.assign(user);
                }
            });
            sync.cycle();
            sync.pause();
        });
    }

    private Set<RestartScope> scopes() {
        Set<RestartScope> scopes = EnumSet.noneOf(RestartScope.class);
        for (RestartScope each : RestartScope.values()) {
            if (random.nextInt(3) == 0) {
                scopes.add(each);
            }
        }
        return scopes;
    }

    private void hire() {
        String user = name + "u" + users.size();
        Consumer<Entity> kind =
                switch (random.nextInt(8)) {
                    case 0 -> each -> each.set("userType", "Guest");
                    case 1 -> each -> each.set("creationType", "Invitation");
                    case 2 -> each -> each.set("accountEnabled", false);
                    case 3 -> each -> each.set("mail", (String) null).set("proxyAddresses", List.of());
                    default -> each -> each.set("department", any(DEPARTMENTS));
                };
        note("hire " + users.size(), () -> users.add(source.user(Ids.derived(user), user, kind)));
        if (random.nextInt(3) > 0) {
            sync.assign(users.get(users.size() - 1));
        }
    }

    private void form() {
        note("group", () -> groups.add(source.group(name + "g" + groups.size())));
        if (random.nextBoolean()) {
            sync.assign(groups.get(groups.size() - 1));
        }
    }

    private void settle() {
        one(users).ifPresent(user -> {
            switch (random.nextInt(4)) {
                case 0 -> note("assign", () -> assign(user));
                case 1 -> note("unassign", () -> sync.unassign(user));
                case 2 -> one(groups).ifPresent(group -> note("leave", () -> source.leave(group, user)));
                default -> one(groups).ifPresent(group -> note("join", () -> rejoin(group, user)));
            }
        });
    }

    private void regroup() {
        one(groups).ifPresent(group -> {
            boolean lives = source.live(group.id()).isPresent();
            switch (random.nextInt(5)) {
                case 0 -> note("unassign group", () -> sync.unassign(group));
                case 1 ->
                    note("delete group", () -> {
                        if (lives) {
                            source.delete(group, world.clock.now());
                        }
                    });
                case 2 -> one(users).ifPresent(user -> note("leave group", () -> source.leave(group, user)));
                case 3 -> one(users).ifPresent(user -> note("join group", () -> rejoin(group, user)));
                default ->
                    note("edit group", () -> {
                        if (lives) {
                            source.patch(group, each -> each.set("description", "Description " + history.size()));
                        }
                    });
            }
        });
    }

    private void assign(Entity user) {
        sync.unassign(user);
        sync.assign(user);
    }

    private void rejoin(Entity group, Entity user) {
        source.leave(group, user);
        source.join(group, user);
    }

    private void edit() {
        one(users).filter(this::lives).ifPresent(user -> {
            Entity other = any(users);
            int number = random.nextInt(3);
            Consumer<Entity> change =
                    switch (random.nextInt(7)) {
                        case 0 -> each -> each.set("accountEnabled", !each.flag("accountEnabled"));
                        case 1 -> each -> each.set("mail", other.text("userPrincipalName"));
                        case 2 -> each -> each.set("mail", "m" + number + "@" + source.tenant.initialDomain());
                        case 3 -> each -> each.set("department", any(DEPARTMENTS));
                        case 4 -> each -> each.set("jobTitle", "Mate " + number);
                        case 5 -> each -> each.set("city", (String) null);
                        default -> each -> each.set("displayName", "Name " + number);
                    };
            note("edit " + users.indexOf(user), () -> source.patch(user, change));
        });
    }

    private static void mail(Entity user, String address) {
        user.set("mail", address).set("proxyAddresses", List.of("SMTP:" + address));
    }

    private void report() {
        Optional<Entity> user = one(users).filter(this::lives);
        Optional<Entity> manager = one(users).filter(this::lives);
        if (user.isPresent() && manager.isPresent()) {
            note("manager of " + users.indexOf(user.get()), () -> {
                source.write(session -> session.references()
                        .targets("manager", user.get().id())
                        .forEach(former -> session.references()
                                .unrelate("manager", user.get().id(), former)));
                source.manager(user.get(), manager.get());
            });
        }
    }

    private void leave() {
        one(users).ifPresent(user -> {
            boolean deleted = !lives(user);
            if (deleted && source.inBin(user) && random.nextBoolean()) {
                note("purge " + users.indexOf(user), () -> source.purge(user));
            } else if (!deleted) {
                note("delete " + users.indexOf(user), () -> source.delete(user, world.clock.now()));
            }
        });
    }

    /** The target has somebody or something with the address of a user. */
    private void obstruct() {
        String address = one(users).map(user -> user.text("userPrincipalName")).orElse("x@y.example");
        String there = "o" + history.size() + name;
        note("obstacle for " + address, () -> {
            if (random.nextBoolean()) {
                target.user(there, user -> mail(user, address));
            } else {
                target.user(there, user -> {
                    mail(user, address);
                    user.set("creationType", "Invitation")
                            .set("userType", "Guest")
                            .set("externalUserState", "PendingAcceptance");
                });
            }
        });
    }

    /** The target's administrator is at work. */
    private void meddle() {
        one(target.externals())
                .ifPresent(user -> note("meddle", () -> {
                    switch (random.nextInt(4)) {
                        case 0 -> target.delete(user, world.clock.now());
                        case 1 -> target.purge(user);
                        default ->
                            target.patch(user, each -> each.set("city", "Faro").set("accountEnabled", chance(2)));
                    }
                }));
    }

    /** A user mapping that an administrator might try. */
    Consumer<ObjectNode> remap() {
        int kind = random.nextInt(4);
        String department = any(DEPARTMENTS);
        note("schema " + kind, () -> {});
        return mapping -> {
            if (kind == 0) {
                ((ObjectNode) mapping.get("scope"))
                        .set(
                                "groups",
                                Json.parse(
                                        """
                        [{"name": "F", "clauses": [{"sourceOperandName": "department", "operatorName": "EQUALS",
                          "targetOperand": {"values": ["%s"]}}]}]"""
                                                .formatted(department)));
            } else if (kind == 1) {
                mapping.put("flowTypes", "Add,Update");
            } else {
                mapping.path("attributeMappings").forEach(each -> {
                    if (each.path("targetAttributeName").asText().equals("displayName")) {
                        ((ObjectNode) each)
                                .set(
                                        "source",
                                        Json.parse(
                                                """
                                {"expression": "Append([displayName], \\" (%s)\\")", "name": "Append", "type": "Function", "parameters": []}"""
                                                        .formatted(department)));
                    } else if (kind == 3
                            && each.path("targetAttributeName").asText().equals("userType")) {
                        ((ObjectNode) each).put("flowType", "Always");
                    }
                });
            }
        };
    }

    boolean lives(Entity user) {
        return source.live(user.id()).isPresent();
    }

    boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private Optional<Entity> one(List<Entity> objects) {
        return objects.isEmpty() ? Optional.empty() : Optional.of(any(objects));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void times(int times, Runnable act) {
        for (int i = 0; i < times; i++) {
            act.run();
        }
    }

    /** What an address stands in the way of is not done. */
    private void note(String what, Runnable act) {
        try {
            act.run();
            history.add(what);
        } catch (UniqueViolation e) {
            history.add("not " + what);
        }
    }

    @Override
    public String toString() {
        return String.join(", ", history);
    }
}
