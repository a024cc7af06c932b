package io.tenantry.provisioning.plan;

import io.tenantry.format.Json;
import io.tenantry.provisioning.AllCores;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.plan.Left.LeftObject;
import io.tenantry.provisioning.user.Newcomers;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Objects of the target that the cycle which is planned would have made or changed by now. */
final class PlannedObjects implements AutoCloseable {
    private static final int DOCUMENTS_IN_MEMORY = 1 << 20;

    private final Notes notes;
    private final Newcomers newcomers;
    private final Records documents = new Records(DOCUMENTS_IN_MEMORY);
    /** Ids of those that the page at hand would make, of which there are no notes yet. */
    private final Set<String> making = new HashSet<>();

    PlannedObjects(Notes notes, Newcomers newcomers) {
        this.notes = notes;
        this.newcomers = newcomers;
    }

    /** Whether what is made for an object of the source can be made of it once more. */
    static boolean isMadeAnew(SourceObject source) {
        return source.type() == ObjectType.USER;
    }

    Optional<ObjectState> state(String id) {
        return notes.get(NoteKey.OBJECT.of(id)).map(ObjectState::of);
    }

    /** The states of those of which something is noted, by id. */
    Map<String, ObjectState> states(Collection<String> ids) {
        Map<String, ObjectState> states = new HashMap<>();
        AllCores.stream(ids)
                .flatMap(id -> state(id).map(state -> Map.entry(id, state)).stream())
                .toList()
                .forEach(each -> states.put(each.getKey(), each.getValue()));
        return states;
    }

    boolean isMade(String id) {
        return making.contains(id) || state(id).filter(ObjectState::made).isPresent();
    }

    /** An object as it would be by now; empty where nothing is noted of it. */
    Optional<Entity> find(String id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<Entity> find(Collection<String> ids) {
        Map<String, ObjectState> states = states(ids);
        List<Entity> found = new ArrayList<>(newcomers.of(states.entrySet().stream()
                .filter(each -> each.getValue().isNewcomer())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().source()))));
        states.forEach((id, state) -> {
            if (!state.isNewcomer()) {
                found.add(new Entity(state.type().entity(), id, "", Json.parseObject(documents.at(state.place()))));
            }
        });
        return found;
    }

    /** What a decision is about to be noted to make. */
    void making(Outcome outcome) {
        if (outcome instanceof Outcome.Create create) {
            making.add(create.target().id());
        }
    }

    void noteMade(LeftObject left, String source) {
        making.remove(left.object().id());
        note(left, true, source);
    }

    /** Of an object that is there, or was to be made before. */
    void noteChanged(LeftObject left) {
        Optional<ObjectState> before = state(left.object().id());
        note(
                left,
                before.filter(ObjectState::made).isPresent(),
                before.map(ObjectState::source).orElse(null));
    }

    /** @param source that the object would be made for, null for none */
    private void note(LeftObject left, boolean made, String source) {
        Entity object = left.object();
        boolean live = object.get("deletedDateTime") == null;
        long place = left.document().map(documents::add).orElse(ObjectState.NO_DOCUMENT);
        ObjectState state = new ObjectState(ObjectType.of(object.type()), live, made, source, place);
        notes.put(NoteKey.OBJECT.of(object.id()), state.packed());
    }

    @Override
    public void close() {
        documents.close();
    }
}
