package io.tenantry.provisioning.cycle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tenantry.format.Ids;
import io.tenantry.store.key.Key;
import java.time.Instant;

/**
 * What a cycle began with.
 *
 * @param initial whether everyone is read
 * @param forced whether deletions are made whatever the threshold says
 * @param watermark last change that the cycle before took in
 * @param snapshot last change of the source when the cycle began; later ones belong to the next cycle
 * @param began microseconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CycleStart(String cycleId, boolean initial, boolean forced, long watermark, long snapshot, long began) {
    public static CycleStart at(Instant now, boolean initial, boolean forced, long watermark, long snapshot) {
        return new CycleStart(Ids.random(), initial, forced, watermark, snapshot, Key.micros(now));
    }

    /** As an initial cycle. */
    public CycleStart initially() {
        return new CycleStart(cycleId, true, forced, watermark, snapshot, began);
    }

    Instant time() {
        return Key.instant(began);
    }
}
