package io.tenantry.provisioning.cycle;

/** One of the passes of a cycle. */
public interface Pass {
    /** Does a part of the work and notes how far it came, or which pass is next; returns how many objects it looked at. */
    int advance(Batch batch);

    static Pass of(Phase phase) {
        return switch (phase) {
            case COLLECT -> new CollectPass();
            case AFFECTED -> new AffectedPass();
            case USERS -> new UsersPass();
            case GROUPS -> new GroupsPass();
            case GONE -> new GonePass();
            case JUDGE -> new JudgePass();
            case DEPROVISION -> new DeprovisionPass();
            case STAGE -> new StagePass();
            case WAITING -> new WaitingPass();
            case REFERENCES -> new ReferencesPass();
            case MEMBERS -> new MembersPass();
            case FINISH -> new FinishPass();
            case DONE -> throw new IllegalStateException("the cycle is done");
        };
    }
}
