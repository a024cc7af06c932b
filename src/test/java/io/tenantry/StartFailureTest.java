package io.tenantry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.QuarkusBindException;
import io.tenantry.scenario.UnusableScenario;
import io.tenantry.scenario.file.ScenarioException;
import io.tenantry.store.failure.StoreException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
    @Test
    void aBusyPortIsNamed() {
        Throwable failure = new RuntimeException(
                "Failed to start quarkus", new QuarkusBindException("127.0.0.1", 8365, new BindException("in use")));
        assertEquals(new StartFailure("port 8365 on 127.0.0.1 is in use", 1), StartFailure.of(failure));
    }

    @Test
    void aStoreThatCannotBeOpenedIsNamed() {
        assertEquals(
                new StartFailure("cannot open the store x: refused", 1),
                StartFailure.of(new RuntimeException(new StoreException("cannot open the store x: refused", null))));
    }

    @Test
    void aScenarioThatDoesNotFitIsNamedWithWhatIsWrongInIt() {
        ScenarioException wrong = new ScenarioException("not well-formed YAML: expected\n  a key");
        assertEquals(
                new StartFailure("scenario file x: not well-formed YAML: expected a key", 2),
                StartFailure.of(new RuntimeException(new UnusableScenario("scenario file x", wrong))));
    }

    @Test
    void anythingElseIsOneLineToo() {
        assertEquals(
                new StartFailure("java.lang.IllegalStateException: first second", 1),
                StartFailure.of(new RuntimeException("outer", new IllegalStateException("first\n  second"))));
    }
}
