package io.tenantry.provisioning.user;

import io.tenantry.directory.user.ExternalUser;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.mapping.MappedValues;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.store.Entity;
import java.util.List;

/**
 * A user that the target does not have yet, as an invitation that redeems itself and the mapping make it (provisioning-engine.md §6.2).
 * When that is does not stand in it, so that it can be made before its turn.
 *
 * @param modified what was mapped
 */
record Newcomer(Entity user, List<ModifiedProperty> modified) {
    /** @param name of the user in the source */
    static Newcomer of(JobContext context, String name, MappedValues values, Candidate candidate) {
        return of(context, Ids.random(), name, values, candidate);
    }

    static Newcomer of(JobContext context, String id, String name, MappedValues values, Candidate candidate) {
        Entity user = Entity.of("user", id)
                .set("accountEnabled", true)
                .set("creationType", "Invitation")
                .set("displayName", candidate.address())
                .set("mailNickname", ExternalUser.localPart(name))
                .set("userPrincipalName", candidate.userPrincipalName())
                .set("userType", "Guest");
        List<ModifiedProperty> modified = context.rules().plan().create(values, user);
        ExternalUser.bind(user, candidate.binding(), context.target().initialDomain());
        return new Newcomer(user, modified);
    }

    /** @param now as Graph writes it */
    Newcomer at(String now) {
        user.set("createdDateTime", now).set("externalUserStateChangeDateTime", now);
        return this;
    }
}
