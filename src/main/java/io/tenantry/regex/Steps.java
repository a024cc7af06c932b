package io.tenantry.regex;

/** What the regular expressions of one judgement may cost together: a mapping of one user, a filter, a rule. */
public final class Steps {
    /** A few milliseconds. */
    private static final long MOST = 200_000;

    private long left = MOST;

    /** Throws {@link CostlyMatch} where too many have been taken. */
    public void take(int steps) {
        left -= steps;
        if (left < 0) {
            throw new CostlyMatch();
        }
    }
}
