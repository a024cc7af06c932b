package io.tenantry.provisioning.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.provisioning.plan.KeptPlans.Key;
import io.tenantry.time.VirtualClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptPlansTest {
    private final KeptPlans kept = new KeptPlans(new VirtualClock());

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void aPlanIsFoundOnlyByTheJobThatItIsOf() {
        kept.keep(new Key(1, "job", "state"), new Plan("state", true, List.of(), new PlanRecord(null)));
        assertEquals(Optional.of("state"), kept.with(new Key(1, "job", "state"), Plan::state));
        assertEquals(Optional.empty(), kept.with(new Key(1, "other", "state"), Plan::state));
        assertEquals(Optional.empty(), kept.with(new Key(2, "job", "state"), Plan::state));
        assertEquals(Optional.empty(), kept.with(new Key(1, "job", "later"), Plan::state));
    }
}
