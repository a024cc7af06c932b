package io.tenantry.console.job;

import java.util.List;

/** What a restart can forget ({@code resetScope}), in words. */
public record RestartChoice(String scope, String meaning) {
    static final List<RestartChoice> ALL = List.of(
            new RestartChoice("QuarantineState", "Lifts the quarantine. It comes back if its cause is still there."),
            new RestartChoice("Watermark", "The next cycle looks at everybody, not only at what has changed."),
            new RestartChoice("Escrows", "Forgets the objects that failed, and their count towards quarantine."),
            new RestartChoice(
                    "ConnectorDataStore",
                    "Forgets which objects belong together: everybody is matched afresh. Rarely wanted."),
            new RestartChoice("ForceDeletes", "Makes the deletions that the threshold held back."),
            new RestartChoice("Full", "The first four of these at once."),
            new RestartChoice("None", "Starts the job again and forgets nothing."));
}
