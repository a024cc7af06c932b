package io.tenantry.provisioning.schedule;

import io.tenantry.provisioning.schedule.ModelPerson.Account;
import io.tenantry.provisioning.schedule.ModelPerson.Life;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.StoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A world and the model of it, side by side: two tenants of which each synchronizes its people into the other. What is done is done to both.
 */
final class Play implements AutoCloseable {
    /** One direction: the engine's and the model's. */
    static final class Side {
        final TestSync sync;
        final ModelSync model = new ModelSync();
        final List<Entity> groups = new ArrayList<>();
        private String lastEntry = "";

        Side(TestSync sync) {
            this.sync = sync;
            for (String name : List.of("Crew", "Watch")) {
                groups.add(sync.source.group(name));
            }
        }

        ModelPerson person(int who) {
            return model.people.get(who % model.people.size());
        }

        private void join(String name) {
            model.people.add(new ModelPerson(name, sync.source.user(name)));
        }
    }

    private static final Duration KEPT = Duration.ofDays(30);

    final World w = World.empty(StoreUnderTest::ephemeral, 3, TestRetention.FOR_EVER);
    private final List<Side> sides;

    Play() {
        Side there = new Side(w.sync);
        Side back = new Side(new TestSync(w, w.birchline, w.alderwood));
        Stream.of("ana", "ben", "cho").forEach(there::join);
        Stream.of("dia", "eli").forEach(back::join);
        sides = List.of(there, back);
        for (Side side : sides) {
            side.model.people.forEach(person -> {
                side.sync.assign(person.user);
                person.assigned = true;
            });
            side.sync.start();
            side.model.job.start(w.clock.now());
        }
    }

    /** The crossing job takes part in one step of four. */
    Side side(int who) {
        return sides.get(who % 4 == 3 ? 1 : 0);
    }

    Instant now() {
        return w.clock.now();
    }

    /** Time passes: what falls due on the way comes at its time, purges before cycles. */
    void advance(Duration by) {
        Instant end = now().plus(by);
        w.advance(by.toString());
        Instant reached = end.minus(by);
        for (Optional<Instant> next = next(end); next.isPresent(); next = next(end)) {
            reached = reached.isAfter(next.get()) ? reached : next.get();
            purge(reached);
            for (Side side : sides) {
                Instant at = reached;
                if (side.model.job.due.filter(due -> !due.isAfter(at)).isPresent()) {
                    side.model.cycle(at);
                }
            }
        }
        purge(end);
    }

    private Optional<Instant> next(Instant end) {
        Stream<Instant> cycles = sides.stream().flatMap(side -> side.model.job.due.stream());
        Stream<Instant> purges = sides.stream()
                .flatMap(side -> side.model.people.stream())
                .flatMap(person -> Stream.concat(
                        Stream.of(person.deleted).filter(Objects::nonNull),
                        person.accounts.stream()
                                .filter(each -> each.life == Life.IN_BIN)
                                .map(each -> each.deleted)))
                .map(each -> each.plus(KEPT));
        return Stream.concat(cycles, purges).filter(each -> !each.isAfter(end)).min(Instant::compareTo);
    }

    private void purge(Instant now) {
        for (Side side : sides) {
            for (ModelPerson person : side.model.people) {
                if (person.life == Life.IN_BIN && !person.deleted.plus(KEPT).isAfter(now)) {
                    person.life = Life.GONE;
                    person.deleted = null;
                    side.model.touched.add(person);
                }
                person.accounts.stream()
                        .filter(each -> each.life == Life.IN_BIN
                                && !each.deleted.plus(KEPT).isAfter(now))
                        .forEach(each -> each.life = Life.GONE);
            }
        }
    }

    /** A live user of the source is changed, in both. */
    void change(Side side, ModelPerson person, Consumer<Entity> write) {
        side.sync.source.patch(person.user, write);
        side.model.touched.add(person);
    }

    /** The live object of the target that stands for a person, as the store has it. */
    Optional<Entity> account(Side side, ModelPerson person) {
        return accounts(side, person).stream()
                .filter(each -> each.get("deletedDateTime") == null)
                .findFirst();
    }

    private static List<Entity> accounts(Side side, ModelPerson person) {
        String mark = person.name + "_" + side.sync.source.tenant.initialDomain() + "#EXT#";
        return side
                .sync
                .target
                .read(session -> session.query(
                        "select type, id, '', body from directory_object where tenant = {tenant} and type = 'user'"
                                + " and creation_type = 'invitation'",
                        Session::entity))
                .stream()
                .filter(each -> each.text("userPrincipalName").contains(mark))
                .toList();
    }

    Optional<Account> modelAccount(ModelPerson person) {
        return person.liveAccount();
    }

    /** What there is to compare, of the world. */
    List<String> seen() {
        List<String> seen = new ArrayList<>();
        for (Side side : sides) {
            seen.add(side.sync.source.tenant.displayName() + " " + side.sync.code());
            for (ModelPerson person : side.model.people) {
                seen.add(person.name + " "
                        + accounts(side, person).stream()
                                .map(ModelPerson::shown)
                                .sorted()
                                .toList());
            }
            seen.add(log(side).toString());
        }
        return seen;
    }

    /** The same, of the model. */
    List<String> wanted() {
        List<String> wanted = new ArrayList<>();
        for (Side side : sides) {
            wanted.add(side.sync.source.tenant.displayName() + " " + side.model.job.code);
            for (ModelPerson person : side.model.people) {
                wanted.add(person.name + " " + person.shown());
            }
            wanted.add(side.model.takeLog().toString());
        }
        return wanted;
    }

    private List<String> log(Side side) {
        List<Entity> entries = side.sync.source.read(session -> session.query(
                "select type, id, '', body from provisioning_log where tenant = {tenant} and job_id = ? and id > ?"
                        + " order by id",
                Session::entity,
                side.sync.jobId,
                side.lastEntry));
        entries.forEach(each -> side.lastEntry = each.id());
        return entries.stream()
                .flatMap(entry -> side.model.people.stream()
                        .filter(person -> person.user
                                .id()
                                .equals(entry.properties()
                                        .at("/sourceIdentity/id")
                                        .asText()))
                        .map(person -> person.name + " " + entry.text("provisioningAction") + " "
                                + entry.properties()
                                        .at("/provisioningStatusInfo/status")
                                        .asText()))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        w.close();
    }
}
