package io.tenantry.provisioning.schedule;

import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.provisioning.schedule.ModelPerson.Account;
import io.tenantry.provisioning.schedule.ModelPerson.Life;
import io.tenantry.provisioning.schedule.Play.Side;
import io.tenantry.store.Entity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What may happen in a history, to the world and to the model of it. What cannot be done at the time is left out of both. */
enum Verb {
    WORKS_IN {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            set(play, side, person, "department", value % 2 == 0 ? "Dock" : "Office");
        }
    },
    LIVES_IN {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            set(play, side, person, "city", "City " + value);
        }
    },
    IS_CALLED {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            set(play, side, person, "jobTitle", value % 3 == 0 ? null : "Title " + value);
        }
    },
    IS_ENABLED_OR_NOT {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            if (person.live()) {
                person.enabled = value % 2 == 0;
                play.change(side, person, user -> user.set("accountEnabled", person.enabled));
            }
        }
    },
    IS_DELETED {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            if (person.live()) {
                side.sync.source.delete(person.user, play.now());
                person.life = Life.IN_BIN;
                person.deleted = play.now();
                side.model.touched.add(person);
            }
        }
    },
    IS_RESTORED {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            if (person.life == Life.IN_BIN) {
                side.sync.source.write(session -> DirectoryObjects.restore(
                        session, session.findObject(person.user.id(), true).orElseThrow()));
                person.life = Life.LIVE;
                person.deleted = null;
                side.model.touched.add(person);
            }
        }
    },
    IS_PURGED {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            if (person.life == Life.IN_BIN) {
                side.sync.source.write(session -> DirectoryObjects.purge(
                        session, session.findObject(person.user.id(), true).orElseThrow()));
                person.life = Life.GONE;
                person.deleted = null;
                side.model.touched.add(person);
            }
        }
    },
    IS_ASSIGNED_OR_NOT {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            if (person.live()) {
                if (person.assigned) {
                    side.sync.unassign(person.user);
                } else {
                    side.sync.assign(person.user);
                }
                person.assigned = !person.assigned;
                side.model.touched.add(person);
            }
        }
    },
    JOINS_OR_LEAVES {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            int number = value % side.groups.size();
            Entity group = side.groups.get(number);
            if (!person.live()) {
                return;
            }
            if (person.groups.remove(number)) {
                side.sync.source.leave(group, person.user);
            } else {
                person.groups.add(number);
                side.sync.source.join(group, person.user);
            }
            if (side.model.assignedGroups.contains(number) || side.model.linked(person)) {
                side.model.touched.add(person);
            }
        }
    },
    GROUP_IS_ASSIGNED_OR_NOT {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            int number = value % side.groups.size();
            if (side.model.assignedGroups.remove(number)) {
                side.sync.unassign(side.groups.get(number));
            } else {
                side.model.assignedGroups.add(number);
                side.sync.assign(side.groups.get(number));
            }
            side.model.people.stream()
                    .filter(each -> each.groups.contains(number))
                    .forEach(side.model.touched::add);
        }
    },
    FILTER_IS_SAVED {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            side.model.filtered = value % 2 == 0;
            side.model.job.initial = true;
            side.sync.filter("department", side.model.filtered ? "EQUALS" : "IS NOT NULL", "Dock");
        }
    },
    TARGET_EDITS {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            Optional<Account> account = person.liveAccount();
            account.ifPresent(each -> {
                Entity user = play.account(side, person).orElseThrow();
                each.values.put("city", "Moved " + value);
                each.enabled &= value % 3 > 0;
                side.sync.target.patch(
                        user, now -> now.set("city", "Moved " + value).set("accountEnabled", each.enabled));
            });
        }
    },
    TARGET_DELETES {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            person.liveAccount().ifPresent(account -> {
                side.sync.target.delete(play.account(side, person).orElseThrow(), play.now());
                account.delete(play.now());
            });
        }
    },
    TARGET_PURGES {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            person.liveAccount().ifPresent(account -> {
                side.sync.target.purge(play.account(side, person).orElseThrow());
                account.life = Life.GONE;
            });
        }
    },
    TARGET_HAS_A_RIVAL_OR_NOT {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            if (person.rival == null) {
                person.rival = side.sync.target.user(
                        "rival" + value + person.name,
                        rival -> rival.set("mail", person.user.text("mail")).set("proxyAddresses", List.of()));
            } else {
                side.sync.target.purge(person.rival);
                person.rival = null;
            }
        }
    },
    TARGET_ALLOWS_OR_NOT {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            side.model.allowed = !side.model.allowed;
            side.sync.target.allowSyncFrom(side.sync.source, side.model.allowed);
        }
    },
    THRESHOLD_IS_SET {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            side.model.job.threshold = OptionalInt.of(value % 3);
            side.sync.deleteThreshold(value % 3);
        }
    },
    IS_PAUSED {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            side.model.job.pause();
            side.sync.pause();
        }
    },
    IS_STARTED {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            side.model.job.start(play.now());
            side.sync.start();
        }
    },
    IS_RESTARTED {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            Set<RestartScope> scopes = SCOPES.get(value % SCOPES.size());
            side.model.restart(scopes, play.now());
            side.sync.restart(scopes);
        }
    },
    CYCLE {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            if (side.model.job.due.isPresent()) {
                side.model.cycle(play.now());
                play.w.scheduler.runNow(side.sync.source.tenant, side.sync.jobId);
            }
        }
    },
    TIME_PASSES {
        @Override
        void play(Play play, Side side, ModelPerson person, int value) {
            play.advance(WHILES.get(value % WHILES.size()));
        }
    };

    private static final List<Set<RestartScope>> SCOPES = List.of(
                    "", "None", "Full", "Watermark", "Escrows", "ForceDeletes", "ConnectorDataStore", "QuarantineState")
            .stream()
            .map(text -> text.isEmpty()
                    ? RestartScope.byDefault()
                    : RestartScope.parse(text).orElseThrow())
            .toList();

    /** The longest is rare: it is a thousand cycles. */
    private static final List<Duration> WHILES = Stream.of(
                    "PT40M", "PT5M", "PT7H", "P1D", "PT40M", "PT24H1M", "PT5M", "PT13H", "PT40M", "P31D")
            .map(Duration::parse)
            .toList();

    abstract void play(Play play, Side side, ModelPerson person, int value);

    /** Null takes the value away. */
    private static void set(Play play, Side side, ModelPerson person, String name, String value) {
        if (person.live()) {
            if (value == null) {
                person.values.remove(name);
            } else {
                person.values.put(name, value);
            }
            play.change(side, person, user -> user.set(name, value));
        }
    }
}
