package io.tenantry.provisioning.schedule;

import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.provisioning.schedule.ModelPerson.Account;
import io.tenantry.provisioning.schedule.ModelPerson.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What cycles are to come to, told as plainly as possible: no batches, no statements, no checkpoint (provisioning-engine.md §1.3 to §1.8,
 * §6, §7). The engine is compared with it.
 */
final class ModelSync {
    private static final Duration GIVE_UP = Duration.ofDays(28);

    final List<ModelPerson> people = new ArrayList<>();
    final ModelJob job = new ModelJob();
    final Set<Integer> assignedGroups = new HashSet<>();
    final Set<ModelPerson> touched = new HashSet<>();
    boolean allowed = true;
    boolean filtered;
    private final Map<ModelPerson, Link> links = new HashMap<>();
    private final Map<ModelPerson, Failure> failures = new HashMap<>();
    private List<String> log = new ArrayList<>();

    private enum State {
        LINKED,
        STAGED,
        REMOVED,
        UNMANAGED
    }

    private record Link(Account account, State state) {
        boolean managed() {
            return state == State.LINKED || state == State.STAGED;
        }
    }

    private record Failure(Instant first, Instant next) {}

    /** What has been logged since the last time, of whom it was about; in no order. */
    List<String> takeLog() {
        List<String> taken = log.stream().sorted().toList();
        log = new ArrayList<>();
        return taken;
    }

    boolean linked(ModelPerson person) {
        return links.containsKey(person);
    }

    void restart(Set<RestartScope> scopes, Instant now) {
        if (scopes.contains(RestartScope.ESCROWS)) {
            failures.clear();
        }
        if (scopes.contains(RestartScope.CONNECTOR_DATA_STORE)) {
            links.values().removeIf(each -> each.state != State.STAGED);
        }
        job.restart(scopes, now);
    }

    void cycle(Instant now) {
        if (!allowed) {
            job.impose(now);
            return;
        }
        Set<ModelPerson> leaving = new LinkedHashSet<>();
        for (ModelPerson person : lookedAt(now)) {
            if (new Turn(person, now, false).leaves()) {
                leaving.add(person);
            }
        }
        touched.clear();
        boolean held = job.threshold.isPresent() && !job.forced && leaving.size() > job.threshold.getAsInt();
        for (ModelPerson person : leaving) {
            if (held) {
                become(person, State.STAGED);
                log(person, "stagedDelete skipped");
            } else {
                new Turn(person, now, true).leaves();
            }
        }
        failures.values().removeIf(each -> !each.first.plus(GIVE_UP).isAfter(now));
        if (held) {
            job.staged(now);
        } else {
            job.clean(now);
        }
    }

    private Set<ModelPerson> lookedAt(Instant now) {
        Set<ModelPerson> found = new LinkedHashSet<>();
        for (ModelPerson person : people) {
            Link link = links.get(person);
            Failure failure = failures.get(person);
            boolean due = failure != null && !failure.next.isAfter(now);
            boolean staged = link != null && link.state == State.STAGED;
            boolean gone = !person.live() && link != null && link.managed();
            if (job.initial ? person.live() || gone : touched.contains(person) || due || staged) {
                found.add(person);
            }
        }
        return found;
    }

    private boolean inScope(ModelPerson person) {
        boolean assigned = person.assigned || person.groups.stream().anyMatch(assignedGroups::contains);
        return assigned && (!filtered || "Dock".equals(person.values.get("department")));
    }

    private void become(ModelPerson person, State state) {
        links.put(person, new Link(links.get(person).account, state));
    }

    private void log(ModelPerson person, String entry) {
        log.add(person.name + " " + entry);
    }

    /** One look at one person. */
    private final class Turn {
        private final ModelPerson person;
        private final Link link;
        private final Instant now;
        private final boolean reducing;

        Turn(ModelPerson person, Instant now, boolean reducing) {
            this.person = person;
            this.link = links.get(person);
            this.now = now;
            this.reducing = reducing;
        }

        /** Does what is due; true where it is a deletion or a disabling, which wait until they have been counted. */
        boolean leaves() {
            if (!person.live()) {
                return kept() ? delete() : person.life == Life.GONE ? settled() : skip();
            }
            if (!inScope(person)) {
                return kept() ? leave() : skip();
            }
            return link == null || link.account.life == Life.GONE ? unlinked() : linked();
        }

        private boolean kept() {
            return link != null && link.managed() && link.account.live();
        }

        private boolean leave() {
            if (person.enabled || link.account.enabled) {
                return delete();
            }
            become(person, State.UNMANAGED);
            return skip();
        }

        private boolean delete() {
            if (!reducing) {
                return true;
            }
            link.account.delete(now);
            become(person, State.REMOVED);
            return done("delete");
        }

        private boolean linked() {
            if (link.account.live()) {
                return update(link.account);
            }
            if (link.state != State.REMOVED || !person.enabled) {
                return skip();
            }
            if (person.rival != null) {
                return fail("update");
            }
            link.account.life = Life.LIVE;
            person.flowTo(link.account);
            become(person, State.LINKED);
            return done("update");
        }

        private boolean unlinked() {
            if (link != null && link.managed() && !job.initial) {
                return fail("update");
            }
            if (person.liveAccount().isPresent()) {
                return update(person.liveAccount().get());
            }
            if (!person.enabled) {
                return skip();
            }
            if (person.rival != null) {
                return fail("create");
            }
            Account made = new Account();
            person.flowTo(made);
            person.accounts.add(made);
            links.put(person, new Link(made, State.LINKED));
            return done("create");
        }

        private boolean update(Account account) {
            boolean disables = account.enabled && !person.enabled;
            if (disables && !reducing) {
                links.put(person, new Link(account, link == null ? State.LINKED : link.state));
                return true;
            }
            links.put(person, new Link(account, State.LINKED));
            return person.flowTo(account) ? done(disables ? "disable" : "update") : skip();
        }

        private boolean fail(String action) {
            Instant first = failures.containsKey(person) ? failures.get(person).first : now;
            Instant next = first.plus(Duration.ofHours(6));
            while (!next.isAfter(now)) {
                Duration since = Duration.between(first, next);
                next = next.plus(since.compareTo(Duration.ofHours(24)) < 0 ? since : Duration.ofHours(24));
            }
            failures.put(person, new Failure(first, next));
            log(person, action + " failure");
            return false;
        }

        private boolean done(String action) {
            log(person, action + " success");
            return settled();
        }

        private boolean skip() {
            log(person, "other skipped");
            return settled();
        }

        private boolean settled() {
            failures.remove(person);
            return false;
        }
    }
}
