package io.tenantry.provisioning.object;

import io.tenantry.provisioning.scope.Entitlement;
import java.util.Optional;

/** An object that was read and judged: all that logs tell of it before anything is decided. */
public interface JudgedObject {
    SourceObject read();

    /** Empty where the source has no such object any more. */
    Optional<Judgement> judgement();

    default Optional<Entitlement> entitlement() {
        return judgement().map(Judgement::entitlement);
    }
}
