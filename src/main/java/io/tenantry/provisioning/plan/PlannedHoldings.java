package io.tenantry.provisioning.plan;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.provisioning.AllCores;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.matching.StoredHoldings;
import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.NextLink;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.provisioning.user.Newcomers;
import io.tenantry.store.Entity;
import io.tenantry.store.Prefetch;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is stored, and over it what the cycle that is planned would have changed by now, whoever comes later. */
final class PlannedHoldings implements Holdings, AutoCloseable {
    /** Notes are read again and again. */
    private static final int MOST_IN_MEMORY = 1 << 28;

    /** What they may take of the memory that there is. */
    private static final int SHARE = 6;

    private final Session target;
    private final StoredHoldings stored;
    private final boolean linked;
    private final boolean failed;
    private final Notes notes =
            new Notes((int) Math.min(MOST_IN_MEMORY, Runtime.getRuntime().maxMemory() / SHARE));
    private final PlannedObjects objects;
    private KeyFilter held = KeyFilter.full();

    PlannedHoldings(Session source, Session target, int job, Newcomers newcomers) {
        this.target = target;
        this.objects = new PlannedObjects(notes, newcomers);
        this.stored = new StoredHoldings(source, target, job);
        this.linked = new ObjectLinks(source, job).any();
        this.failed = new Escrows(source, job).any();
    }

    /** Most users of the source are to be looked for: by what the target has it is known of most that they are not there. */
    void expectEveryone() {
        held = new KeyFilter();
        Prefetch prefetch = target.prefetch();
        prefetch.values(HiddenProperties.BINDING, key -> held.add(Notes.hash(NoteKey.BINDING.of(key))));
        prefetch.values("mail", key -> held.add(Notes.hash(NoteKey.ADDRESS.of(key))));
        prefetch.elements("proxyAddresses", key -> held.add(Notes.hash(NoteKey.ADDRESS.of(TargetIndex.address(key)))));
        prefetch.values("userPrincipalName", key -> held.add(Notes.hash(NoteKey.NAME.of(key))));
    }

    // ---- what would be by now

    /** What an unfinished cycle had found is looked at again. */
    @Override
    public Map<String, ObjectLink> links(Collection<String> sourceIds) {
        Map<String, ObjectLink> links = new HashMap<>();
        if (linked) {
            stored.links(sourceIds)
                    .forEach((id, link) ->
                            links.put(id, link.state() == LinkState.LEAVING ? link.in(LinkState.LINKED) : link));
        }
        AllCores.stream(sourceIds)
                .flatMap(id -> notes.text(NoteKey.LINK.of(id)).map(note -> link(id, note)).stream())
                .toList()
                .forEach(link -> links.put(link.sourceId(), link));
        return links;
    }

    private static ObjectLink link(String sourceId, String note) {
        String[] parts = note.split(" ");
        return new ObjectLink(
                ObjectType.valueOf(parts[0]),
                sourceId,
                parts[1],
                LinkState.valueOf(parts[2]),
                Boolean.parseBoolean(parts[3]));
    }

    @Override
    public Map<String, Escrow> escrows(Collection<String> sourceIds) {
        return failed ? stored.escrows(sourceIds) : Map.of();
    }

    @Override
    public Map<String, Entity> targets(Collection<String> ids) {
        Map<String, Entity> targets = stored.targets(ids);
        objects.find(ids).forEach(object -> targets.put(object.id(), object));
        return targets;
    }

    @Override
    public Map<String, String> managers(Collection<String> targetIds) {
        Map<String, String> managers = new HashMap<>();
        AllCores.stream(targetIds)
                .flatMap(id -> notes.text(NoteKey.MANAGER.of(id)).map(manager -> Map.entry(id, manager)).stream())
                .toList()
                .forEach(each -> managers.put(each.getKey(), each.getValue()));
        // of what would be made nothing is stored
        List<String> unknown = AllCores.stream(targetIds)
                .filter(id -> !managers.containsKey(id) && !isMade(id))
                .toList();
        managers.putAll(stored.managers(unknown));
        return managers;
    }

    @Override
    public TargetIndex index(Collection<Candidate> candidates, Map<String, Entity> known) {
        List<Candidate> met = AllCores.stream(candidates).filter(this::mayMeet).toList();
        TargetIndex index = TargetIndex.of(
                target, met, known, each -> objects.find(each.id()).orElse(each));
        Set<String> holders = new HashSet<>();
        for (Candidate each : met) {
            Stream.of(
                            NoteKey.ADDRESS.of(Key.fold(each.address())),
                            NoteKey.NAME.of(Key.fold(each.address())),
                            NoteKey.NAME.of(Key.fold(each.userPrincipalName())))
                    .flatMap(key -> notes.text(key).stream())
                    .forEach(holders::add);
        }
        objects.find(holders).forEach(index::found);
        return index;
    }

    /** Whether anybody in the target may be met by what a user is matched by: mostly, nobody is. */
    private boolean mayMeet(Candidate candidate) {
        String address = Key.fold(candidate.address());
        return Stream.of(
                        NoteKey.ADDRESS.of(address),
                        NoteKey.NAME.of(address),
                        NoteKey.NAME.of(Key.fold(candidate.userPrincipalName())),
                        NoteKey.BINDING.of(Key.fold(candidate.binding())))
                .anyMatch(key -> held.mayHold(Notes.hash(key)));
    }

    @Override
    public Set<String> live(Collection<String> ids) {
        Set<String> unknown = new HashSet<>(ids);
        Map<String, ObjectState> states = objects.states(unknown);
        unknown.removeAll(states.keySet());
        Set<String> live = new HashSet<>(stored.live(unknown));
        states.forEach((id, state) -> {
            if (state.live()) {
                live.add(id);
            }
        });
        return live;
    }

    @Override
    public List<ObjectLink> linksTo(Collection<String> targetIds) {
        Set<String> sources = new HashSet<>();
        stored.linksTo(targetIds).forEach(link -> sources.add(link.sourceId()));
        for (String target : targetIds) {
            objects.state(target).map(ObjectState::source).ifPresent(sources::add);
            notes.text(NoteKey.SOURCES.of(target)).ifPresent(ids -> sources.addAll(List.of(ids.split(" "))));
        }
        return links(sources).values().stream()
                .filter(link -> targetIds.contains(link.targetId()) && link.state() != LinkState.UNMANAGED)
                .toList();
    }

    /** Whether an object would be made by the cycle. */
    boolean isMade(String targetId) {
        return objects.isMade(targetId);
    }

    // ---- what a decision leaves

    /** What a decision is about to be noted to make. */
    void making(Outcome outcome) {
        objects.making(outcome);
    }

    void note(Left left, Mode mode) {
        Optional<ObjectLink> next = NextLink.of(left.read(), left.outcome(), mode);
        if (left.outcome() instanceof Outcome.Create) {
            next.ifPresent(this::noteLink);
            objects.noteMade(left.object().orElseThrow(), left.read().id());
        } else {
            next.ifPresent(this::note);
            left.object().ifPresent(objects::noteChanged);
        }
        left.object().ifPresent(this::noteFound);
    }

    private void noteFound(Left.LeftObject left) {
        left.found().forEach(key -> {
            notes.put(key);
            held.add(key.hash());
        });
    }

    void note(ManagerFlow.NewManager change) {
        notes.put(NoteKey.MANAGER.of(change.user()), change.manager());
    }

    void note(ObjectLink link) {
        String sources = notes.text(NoteKey.SOURCES.of(link.targetId()))
                        .map(ids -> ids + " ")
                        .orElse("")
                + link.sourceId();
        notes.put(NoteKey.SOURCES.of(link.targetId()), sources);
        noteLink(link);
    }

    private void noteLink(ObjectLink link) {
        notes.put(
                NoteKey.LINK.of(link.sourceId()),
                link.type() + " " + link.targetId() + " " + link.state() + " " + link.invited());
    }

    @Override
    public void close() {
        notes.close();
        objects.close();
    }
}
