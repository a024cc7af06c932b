package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.plan.Notes.Note;
import io.tenantry.store.Entity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a decision leaves in the target, ready to be noted. */
record Left(SourceObject read, Outcome outcome, Optional<LeftObject> object) {
    /**
     * An object of the target.
     *
     * @param document empty where it can be made once more of its source
     * @param found under which keys it is found from now on; nothing that is deleted is
     */
    record LeftObject(Entity object, Optional<byte[]> document, List<Note> found) {}

    /** Reads nothing, and can be left to another thread. */
    static Left of(SourceObject read, Outcome outcome) {
        return new Left(read, outcome, object(read, outcome));
    }

    private static Optional<LeftObject> object(SourceObject read, Outcome outcome) {
        if (outcome instanceof Outcome.Create create) {
            return Optional.of(made(create.target(), read));
        }
        if (outcome instanceof Outcome.Update update) {
            Entity object = update.target();
            return Optional.of(
                    new LeftObject(object, Optional.of(object.document()), found(object, foundBefore(read, update))));
        }
        return outcome instanceof Outcome.Delete delete ? Optional.of(deleted(delete.target())) : Optional.empty();
    }

    private static LeftObject made(Entity object, SourceObject source) {
        Optional<byte[]> document =
                PlannedObjects.isMadeAnew(source) ? Optional.empty() : Optional.of(object.document());
        return new LeftObject(object, document, found(object, Set.of()));
    }

    private static LeftObject deleted(Entity object) {
        Entity deleted = object.copy().set("deletedDateTime", "deleted");
        return new LeftObject(deleted, Optional.of(deleted.document()), List.of());
    }

    private static List<Note> found(Entity object, Set<String> before) {
        byte[] id = object.id().getBytes(StandardCharsets.UTF_8);
        return NoteKey.of(object).stream()
                .filter(key -> !before.contains(key))
                .map(key -> Note.of(key, id))
                .toList();
    }

    /** Under which keys an object is found already: nothing that is deleted is. */
    private static Set<String> foundBefore(SourceObject read, Outcome.Update update) {
        return update.kind() == Outcome.Update.Kind.RESTORED
                ? Set.of()
                : read.liveTarget()
                        .filter(each -> each.id().equals(update.target().id()))
                        .map(NoteKey::of)
                        .orElse(Set.of());
    }
}
