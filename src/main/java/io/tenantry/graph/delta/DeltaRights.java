package io.tenantry.graph.delta;

import io.tenantry.family.Sight.Seen;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;

/** What the caller of a delta query may learn of objects. */
public interface DeltaRights {
    Seen seen(StructuredType type);

    /** Whether it may read what a relationship leads to. */
    boolean follows(StructuredType owner, Navigation relationship);

    /** Throws 403 for a property whose changes it may not be told. */
    void track(StructuredType type, String property);
}
