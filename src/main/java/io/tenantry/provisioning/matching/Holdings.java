package io.tenantry.provisioning.matching;

import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.store.Entity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the engine and the target have of objects of the source: as it is stored, or as it would be by now where nothing is written. */
public interface Holdings {
    /** By the id of the source object. */
    Map<String, ObjectLink> links(Collection<String> sourceIds);

    /** By the id of the source object. */
    Map<String, Escrow> escrows(Collection<String> sourceIds);

    /** Objects of the target by id, live and deleted ones. */
    Map<String, Entity> targets(Collection<String> ids);

    /** Which of these objects of the target are live. */
    Set<String> live(Collection<String> ids);

    /** Links that lead to these objects of the target, but those that were given up. */
    List<ObjectLink> linksTo(Collection<String> targetIds);

    /** Id of each user of the target → id of its manager there. */
    Map<String, String> managers(Collection<String> targetIds);

    /** @param known objects at hand already, by id */
    TargetIndex index(Collection<Candidate> candidates, Map<String, Entity> known);
}
