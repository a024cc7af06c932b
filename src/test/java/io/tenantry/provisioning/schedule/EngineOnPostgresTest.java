package io.tenantry.provisioning.schedule;

import io.tenantry.store.PostgresInstance;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The engine's scenarios once more, on the other database. */
@Execution(ExecutionMode.CONCURRENT)
class EngineOnPostgresTest {
    private static Supplier<Store> postgresql() {
        String url = PostgresInstance.newStore();
        return () -> StoreUnderTest.postgresql(url);
    }

    @Nested
    class JobLife extends JobLifeTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class Attributes extends AttributesTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class Leaving extends LeavingTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class Scope extends ScopeTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class Matching extends MatchingTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class GroupSync extends GroupSyncTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }

        @Override
        Supplier<Store> database(String name) {
            return postgresql();
        }
    }

    @Nested
    class History extends HistoryTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class Runs extends RunsTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class SharedCycle extends SharedCycleTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class Safeguards extends SafeguardsTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class Restartability extends RestartabilityTest {
        @Override
        Supplier<Store> database(String name) {
            return postgresql();
        }
    }

    @Nested
    class Quarantine extends QuarantineTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class Notices extends NoticesTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }

    @Nested
    class OnDemand extends OnDemandTest {
        @Override
        Supplier<Store> database() {
            return postgresql();
        }
    }
}
