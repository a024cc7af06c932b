package io.tenantry.provisioning.plan;

import io.tenantry.format.Json;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.matching.StoredHoldings;
import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.NextLink;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import io.tenantry.store.Key;
import io.tenantry.store.Session;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private static final String MADE = "n";
    private static final String ADDRESS = "@";
    private static final String NAME = "u";
    private static final String LINK = "l";
    private static final String SOURCES = "s";
    private static final String MANAGER = "m";

    private static final byte LIVE = 1;

    private final Session target;
    private final StoredHoldings stored;
    private final Notes notes = new Notes();

    PlannedHoldings(Session source, Session target, int job) {
        this.target = target;
        this.stored = new StoredHoldings(source, target, job);
    }

    // ---- what would be by now

    /** What an unfinished cycle had found is looked at again. */
    @Override
    public Map<String, ObjectLink> links(Collection<String> sourceIds) {
        Map<String, ObjectLink> links = new HashMap<>();
        stored.links(sourceIds)
                .forEach((id, link) ->
                        links.put(id, link.state() == LinkState.LEAVING ? link.in(LinkState.LINKED) : link));
        sourceIds.forEach(id -> notes.text(LINK + id).ifPresent(note -> links.put(id, link(id, note))));
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
        return stored.escrows(sourceIds);
    }

    @Override
    public Map<String, Entity> targets(Collection<String> ids) {
        Map<String, Entity> targets = stored.targets(ids);
        ids.forEach(id -> object(id).ifPresent(object -> targets.put(id, object)));
        return targets;
    }

    @Override
    public Map<String, String> managers(Collection<String> targetIds) {
        Map<String, String> managers = stored.managers(targetIds);
        targetIds.forEach(id -> notes.text(MANAGER + id).ifPresent(manager -> managers.put(id, manager)));
        return managers;
    }

    @Override
    public TargetIndex index(Collection<Candidate> candidates, Map<String, Entity> known) {
        TargetIndex index = TargetIndex.of(
                target, candidates, known, each -> object(each.id()).orElse(each));
        Set<String> holders = new HashSet<>();
        for (Candidate each : candidates) {
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

    @Override
    public Set<String> live(Collection<String> ids) {
        Set<String> live = new HashSet<>(stored.live(ids));
        for (String id : ids) {
            notes.get(OBJECT + id).ifPresent(note -> {
                if (note[1] == LIVE) {
                    live.add(id);
                } else {
                    live.remove(id);
                }
            });
        }
        return live;
    }

    @Override
    public Map<String, Set<String>> sources(Collection<String> targetIds) {
        Map<String, Set<String>> sources = stored.sources(targetIds);
        for (String target : targetIds) {
            notes.text(SOURCES + target).ifPresent(ids -> sources.computeIfAbsent(target, each -> new HashSet<>())
                    .addAll(List.of(ids.split(" "))));
        }
        sources.forEach((target, ids) -> ids.removeIf(id -> notes.text(LINK + id)
                .map(note -> link(id, note))
                .filter(link -> !link.targetId().equals(target) || link.state() == LinkState.UNMANAGED)
                .isPresent()));
        return sources;
    }

    private Optional<Entity> object(String id) {
        return notes.get(OBJECT + id).map(note -> {
            int type = note[0];
            return new Entity(
                    ObjectType.values()[type].entity(),
                    id,
                    "",
                    Json.parseObject(Arrays.copyOfRange(note, 2, note.length)));
        });
    }

    /** Whether an object would be made by the cycle. */
    boolean isMade(String targetId) {
        return notes.get(MADE + targetId).isPresent();
    }

    // ---- what a decision leaves

    void note(SourceObject read, Outcome outcome, Mode mode) {
        NextLink.of(read, outcome, mode).ifPresent(this::note);
        if (outcome instanceof Outcome.Create create) {
            notes.put(MADE + create.target().id(), "");
            note(create.target(), Set.of());
        } else if (outcome instanceof Outcome.Update update) {
            note(update.target(), keys(former(read, update)));
        } else if (outcome instanceof Outcome.Delete delete) {
            note(delete.target().copy().set("deletedDateTime", "deleted"), Set.of());
        }
    }

    void note(ManagerFlow.NewManager change) {
        notes.put(MANAGER + change.user(), change.manager());
    }

    void note(ObjectLink link) {
        String sources =
                notes.text(SOURCES + link.targetId()).map(ids -> ids + " ").orElse("") + link.sourceId();
        notes.put(SOURCES + link.targetId(), sources);
        notes.put(
                LINK + link.sourceId(),
                link.type() + " " + link.targetId() + " " + link.state() + " " + link.invited());
    }

    /** Under which keys an object is found already: nothing that is deleted is. */
    private static Optional<Entity> former(SourceObject user, Outcome.Update update) {
        return update.kind() == Outcome.Update.Kind.RESTORED
                ? Optional.empty()
                : user.liveTarget()
                        .filter(each -> each.id().equals(update.target().id()));
    }

    private void note(Entity object, Set<String> found) {
        boolean live = object.get("deletedDateTime") == null;
        byte[] document = object.document();
        byte[] note = new byte[document.length + 2];
        note[0] = (byte) ObjectType.of(object.type()).ordinal();
        note[1] = live ? LIVE : 0;
        System.arraycopy(document, 0, note, 2, document.length);
        notes.put(OBJECT + object.id(), note);
        if (live) {
            keys(Optional.of(object)).stream()
                    .filter(key -> !found.contains(key))
                    .forEach(key -> notes.put(key, object.id().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Set<String> keys(Optional<Entity> object) {
        Set<String> keys = new HashSet<>();
        object.ifPresent(each -> {
            TargetIndex.addresses(each).forEach(address -> keys.add(ADDRESS + address));
            Optional.ofNullable(each.text("userPrincipalName")).ifPresent(name -> keys.add(NAME + Key.fold(name)));
        });
        return keys;
    }

    @Override
    public void close() {
        notes.close();
    }
}
