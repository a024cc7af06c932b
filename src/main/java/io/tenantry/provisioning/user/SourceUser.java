package io.tenantry.provisioning.user;

import io.tenantry.provisioning.object.Judgement;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.Optional;

/**
 * A user as the source has it, judged and mapped. Nothing of the target is in it, so that it can be made before its turn.
 *
 * @param object empty where the source has none any more; it may be deleted
 * @param judgement empty likewise
 * @param manager whom the source names, by id
 */
public record SourceUser(
        String id, Optional<Entity> object, Optional<Judgement> judgement, Mapping mapping, Optional<String> manager) {
    SourceUser judged(Judgement judged, Mapping mapped) {
        return new SourceUser(id, object, Optional.of(judged), mapped, manager);
    }

    JudgedUser with(SourceObject read, Managers managers) {
        return new JudgedUser(read, judgement, mapping, managers);
    }
}
