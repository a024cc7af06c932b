package io.tenantry.scenario.file;

import java.util.List;

/** A scenario does not fit; nothing of it was loaded. */
public final class ScenarioException extends RuntimeException {
    private final List<Problem> problems;

    public ScenarioException(List<Problem> problems) {
        super(summary(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public ScenarioException(String message) {
        this(List.of(new Problem("", message, 0)));
    }

    /** All mistakes, in the order of the file; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    private static String summary(List<Problem> problems) {
        int more = problems.size() - 1;
        String others = more == 0 ? "" : more == 1 ? ", and one more mistake" : ", and " + more + " more mistakes";
        return problems.get(0) + others;
    }
}
