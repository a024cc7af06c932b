package io.tenantry.provisioning.user;

import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Judgement;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.scope.Entitlement;
import java.util.Optional;
import java.util.Set;

/**
 * All that is known of a user before anything is decided, made step by step: what was read, how it was judged, what it maps to. What it
 * matches in the target is found when its turn comes, since those before it in the page may take or free an address.
 *
 * @param judgement empty where the source has no such user any more
 * @param sharing ids of other sources that are linked to the same target; looked for only where the user is to leave it
 */
public record JudgedUser(
        SourceObject read, Optional<Judgement> judgement, Mapping mapping, Managers managers, Set<String> sharing)
        implements JudgedObject {
    JudgedUser(SourceObject read, Optional<Judgement> judgement, Mapping mapping, Managers managers) {
        this(read, judgement, mapping, managers, Set.of());
    }

    JudgedUser with(SourceObject latest, Managers managed) {
        return new JudgedUser(latest, judgement, mapping, managed, sharing);
    }

    JudgedUser sharedWith(Set<String> others) {
        return new JudgedUser(read, judgement, mapping, managers, others);
    }

    /** Whether the user is kept in the target and is not to be any more. */
    boolean leaves() {
        boolean wanted =
                read.live() && entitlement().filter(Entitlement::inScope).isPresent();
        return !wanted && read.managed() && read.liveTarget().isPresent();
    }

    /** What the target must be searched for: nothing is linked, or the address or name is about to change. */
    Optional<Candidate> searched() {
        return mapping instanceof Mapping.Made made && !isHeld(made.candidate())
                ? Optional.of(made.candidate())
                : Optional.empty();
    }

    private boolean isHeld(Candidate candidate) {
        return read.liveTarget()
                .filter(target -> candidate.address().equalsIgnoreCase(target.text("mail"))
                        && candidate.userPrincipalName().equalsIgnoreCase(target.text("userPrincipalName")))
                .isPresent();
    }
}
