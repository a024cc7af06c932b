package io.tenantry.junit.sample;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes as build tools do, and prints how each test ended. */
final class Run implements TestExecutionListener {
    /** @param arguments {@code --parallel} for classes and methods at the same time, then names of classes */
    public static void main(String... arguments) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String argument : arguments) {
            if (argument.equals("--parallel")) {
                request.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "6");
            } else {
                request.selectors(selectClass(argument));
            }
        }
        LauncherFactory.create().execute(request.build(), new Run());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String state = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? "passed" : "failed";
        if (test.isTest() || state.equals("failed")) {
            String why = result.getThrowable().map(thrown -> ": " + thrown).orElse("");
            System.out.println(state + " " + test.getDisplayName() + why.replaceAll("\\s+", " "));
        }
    }
}
