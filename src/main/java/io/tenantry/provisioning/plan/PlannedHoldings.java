package io.tenantry.provisioning.plan;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.format.Json;
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
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.plan.Notes.Note;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import io.tenantry.store.Prefetch;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    // what keys of notes begin with
    private static final String OBJECT = "o";
    private static final String ADDRESS = "@";
    private static final String NAME = "u";
    private static final String LINK = "l";
    private static final String SOURCES = "s";
    private static final String MANAGER = "m";
    // what objects of the target are found by besides
    private static final String BINDING = "b";

    /** Notes are read again and again. */
    private static final int MOST_IN_MEMORY = 1 << 28;

    /** What they may take of the memory that there is. */
    private static final int SHARE = 6;

    private static final int DOCUMENTS_IN_MEMORY = 1 << 20;

    private final Session target;
    private final StoredHoldings stored;
    private final boolean linked;
    private final boolean failed;
    private final Notes notes =
            new Notes((int) Math.min(MOST_IN_MEMORY, Runtime.getRuntime().maxMemory() / SHARE));
    private final Records documents = new Records(DOCUMENTS_IN_MEMORY);
    private final KeyFilter held = new KeyFilter();
    /** Objects that the page at hand would make, of which there are no notes yet. */
    private final Set<String> making = new HashSet<>();

    PlannedHoldings(Session source, Session target, int job) {
        this.target = target;
        this.stored = new StoredHoldings(source, target, job);
        this.linked = new ObjectLinks(source, job).any();
        this.failed = new Escrows(source, job).any();
        Prefetch prefetch = target.prefetch();
        prefetch.values(HiddenProperties.BINDING, key -> held.add(Notes.hash(BINDING + key)));
        prefetch.values("mail", key -> held.add(Notes.hash(ADDRESS + key)));
        prefetch.elements("proxyAddresses", key -> held.add(Notes.hash(ADDRESS + TargetIndex.address(key))));
        prefetch.values("userPrincipalName", key -> held.add(Notes.hash(NAME + key)));
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
                .flatMap(id -> notes.text(LINK + id).map(note -> link(id, note)).stream())
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
        ids.forEach(id -> object(id).ifPresent(object -> targets.put(id, object)));
        return targets;
    }

    @Override
    public Map<String, String> managers(Collection<String> targetIds) {
        Map<String, String> managers = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String id : targetIds) {
            notes.text(MANAGER + id).ifPresentOrElse(manager -> managers.put(id, manager), () -> unknown.add(id));
        }
        // of what would be made nothing is stored
        unknown.removeIf(this::isMade);
        managers.putAll(stored.managers(unknown));
        return managers;
    }

    @Override
    public TargetIndex index(Collection<Candidate> candidates, Map<String, Entity> known) {
        List<Candidate> met = AllCores.stream(candidates).filter(this::mayMeet).toList();
        TargetIndex index =
                TargetIndex.of(target, met, known, each -> object(each.id()).orElse(each));
        Set<String> holders = new HashSet<>();
        for (Candidate each : met) {
            Stream.of(
                            ADDRESS + Key.fold(each.address()),
                            NAME + Key.fold(each.address()),
                            NAME + Key.fold(each.userPrincipalName()))
                    .flatMap(key -> notes.text(key).stream())
                    .forEach(holders::add);
        }
        holders.forEach(id -> object(id).ifPresent(index::found));
        return index;
    }

    /** Whether anybody in the target may be met by what a user is matched by: mostly, nobody is. */
    private boolean mayMeet(Candidate candidate) {
        String address = Key.fold(candidate.address());
        return Stream.of(
                        ADDRESS + address,
                        NAME + address,
                        NAME + Key.fold(candidate.userPrincipalName()),
                        BINDING + Key.fold(candidate.binding()))
                .anyMatch(key -> held.mayHold(Notes.hash(key)));
    }

    @Override
    public Set<String> live(Collection<String> ids) {
        Set<String> live = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            Optional<ObjectState> state = state(id);
            if (state.isEmpty()) {
                unknown.add(id);
            } else if (state.get().live()) {
                live.add(id);
            }
        }
        live.addAll(stored.live(unknown));
        return live;
    }

    @Override
    public List<ObjectLink> linksTo(Collection<String> targetIds) {
        Set<String> sources = new HashSet<>();
        stored.linksTo(targetIds).forEach(link -> sources.add(link.sourceId()));
        for (String target : targetIds) {
            state(target).map(ObjectState::source).ifPresent(sources::add);
            notes.text(SOURCES + target).ifPresent(ids -> sources.addAll(List.of(ids.split(" "))));
        }
        return links(sources).values().stream()
                .filter(link -> targetIds.contains(link.targetId()) && link.state() != LinkState.UNMANAGED)
                .toList();
    }

    private Optional<ObjectState> state(String id) {
        return notes.get(OBJECT + id).map(ObjectState::of);
    }

    private Optional<Entity> object(String id) {
        return state(id)
                .map(state -> new Entity(state.type().entity(), id, "", Json.parseObject(documents.at(state.place()))));
    }

    /** Whether an object would be made by the cycle. */
    boolean isMade(String targetId) {
        return making.contains(targetId)
                || state(targetId).filter(ObjectState::made).isPresent();
    }

    // ---- what a decision leaves

    /** An object of the target as a decision leaves it, ready to be noted; empty where it leaves none. */
    record Left(SourceObject read, Outcome outcome, Optional<LeftObject> object) {}

    /** @param found under which keys it is found from now on; nothing that is deleted is */
    record LeftObject(Entity object, byte[] document, List<Note> found) {
        private static LeftObject live(Entity object, Set<String> foundBefore) {
            byte[] id = object.id().getBytes(StandardCharsets.UTF_8);
            List<Note> found = keys(object).stream()
                    .filter(key -> !foundBefore.contains(key))
                    .map(key -> Note.of(key, id))
                    .toList();
            return new LeftObject(object, object.document(), found);
        }

        private static LeftObject deleted(Entity object) {
            Entity deleted = object.copy().set("deletedDateTime", "deleted");
            return new LeftObject(deleted, deleted.document(), List.of());
        }
    }

    /** What a decision is about to be noted to make. */
    void making(Outcome outcome) {
        if (outcome instanceof Outcome.Create create) {
            making.add(create.target().id());
        }
    }

    /** Reads nothing, and can be left to another thread. */
    static Left left(SourceObject read, Outcome outcome) {
        Optional<LeftObject> object = Optional.empty();
        if (outcome instanceof Outcome.Create create) {
            object = Optional.of(LeftObject.live(create.target(), Set.of()));
        } else if (outcome instanceof Outcome.Update update) {
            object = Optional.of(LeftObject.live(update.target(), foundBefore(read, update)));
        } else if (outcome instanceof Outcome.Delete delete) {
            object = Optional.of(LeftObject.deleted(delete.target()));
        }
        return new Left(read, outcome, object);
    }

    /** Under which keys an object is found already: nothing that is deleted is. */
    private static Set<String> foundBefore(SourceObject read, Outcome.Update update) {
        return update.kind() == Outcome.Update.Kind.RESTORED
                ? Set.of()
                : read.liveTarget()
                        .filter(each -> each.id().equals(update.target().id()))
                        .map(PlannedHoldings::keys)
                        .orElse(Set.of());
    }

    private static Set<String> keys(Entity object) {
        Set<String> keys = new HashSet<>();
        TargetIndex.addresses(object).forEach(address -> keys.add(ADDRESS + address));
        Optional.ofNullable(object.text("userPrincipalName")).ifPresent(name -> keys.add(NAME + Key.fold(name)));
        return keys;
    }

    void note(Left left, Mode mode) {
        Optional<ObjectLink> next = NextLink.of(left.read, left.outcome, mode);
        if (left.outcome instanceof Outcome.Create create) {
            next.ifPresent(this::noteLink);
            making.remove(create.target().id());
            note(left.object.orElseThrow(), true, left.read.id());
        } else {
            next.ifPresent(this::note);
            left.object.ifPresent(this::noteChanged);
        }
    }

    void note(ManagerFlow.NewManager change) {
        notes.put(MANAGER + change.user(), change.manager());
    }

    void note(ObjectLink link) {
        String sources =
                notes.text(SOURCES + link.targetId()).map(ids -> ids + " ").orElse("") + link.sourceId();
        notes.put(SOURCES + link.targetId(), sources);
        noteLink(link);
    }

    private void noteLink(ObjectLink link) {
        notes.put(
                LINK + link.sourceId(),
                link.type() + " " + link.targetId() + " " + link.state() + " " + link.invited());
    }

    /** Of an object that is there, or was to be made before. */
    private void noteChanged(LeftObject left) {
        Optional<ObjectState> before = state(left.object.id());
        note(
                left,
                before.filter(ObjectState::made).isPresent(),
                before.map(ObjectState::source).orElse(null));
    }

    /** @param source that the object would be made for, null for none */
    private void note(LeftObject left, boolean made, String source) {
        boolean live = left.object.get("deletedDateTime") == null;
        ObjectType type = ObjectType.of(left.object.type());
        ObjectState state = new ObjectState(type, live, made, source, documents.add(left.document));
        notes.put(OBJECT + left.object.id(), state.packed());
        left.found.forEach(key -> {
            notes.put(key);
            held.add(key.hash());
        });
    }

    @Override
    public void close() {
        notes.close();
        documents.close();
    }
}
