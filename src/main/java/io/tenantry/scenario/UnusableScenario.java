package io.tenantry.scenario;

import io.tenantry.scenario.file.ScenarioException;

/** The server cannot start with its scenario; the message is one line that says where it comes from and what is wrong. */
public final class UnusableScenario extends RuntimeException {
    public UnusableScenario(String source, ScenarioException cause) {
        super(source + ": " + cause.getMessage(), cause);
    }
}
