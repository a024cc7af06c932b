package io.tenantry.provisioning.cycle;

import java.util.OptionalInt;

/** Accidental deletion prevention: judged before any deletion is made; strictly more than the threshold holds all of them back. */
final class JudgePass implements Pass {
    @Override
    public int advance(Batch batch) {
        OptionalInt threshold = batch.context().rules().settings().deleteThreshold();
        boolean held = threshold.isPresent() && !batch.start().forced() && batch.lostCount() > threshold.getAsInt();
        batch.enter(held ? Phase.STAGE : Phase.DEPROVISION);
        return 0;
    }
}
