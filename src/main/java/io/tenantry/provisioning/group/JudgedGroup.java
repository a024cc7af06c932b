package io.tenantry.provisioning.group;

import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Judgement;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.Optional;

/**
 * All that is known of a group before anything is decided.
 *
 * @param judgement empty where the source has no such group any more
 * @param made what a job made of the group in the target before, where no link leads to it
 */
public record JudgedGroup(SourceObject read, Optional<Judgement> judgement, GroupMapping mapping, Optional<Entity> made)
        implements JudgedObject {
    JudgedGroup judged(Judgement judged, GroupMapping mapped) {
        return new JudgedGroup(read, Optional.of(judged), mapped, made);
    }
}
