package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.LinkState;
import java.util.OptionalInt;

/** Accidental deletion prevention: judged before any deletion is made; strictly more than the threshold holds all of them back. */
final class JudgePass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        OptionalInt threshold = batch.context().rules().settings().deleteThreshold();
        boolean held = threshold.isPresent()
                && !batch.start().forced()
                && batch.links().count(LinkState.LEAVING) > threshold.getAsInt();
        batch.enter(held ? Phase.STAGE : Phase.DEPROVISION);
        return 0;
    }
}
