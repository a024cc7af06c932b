package io.tenantry.provisioning.schedule;

import io.tenantry.store.Store;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The engine's scenarios once more, on the other database. */
@Execution(ExecutionMode.CONCURRENT)
class EngineOnPostgresTest {
    @OnPostgres
    class JobLife extends JobLifeTest {}

    @OnPostgres
    class Attributes extends AttributesTest {}

    @OnPostgres
    class MappingTypes extends MappingTypesTest {}

    @OnPostgres
    class Leaving extends LeavingTest {}

    @OnPostgres
    class Outcomes extends OutcomesTest {}

    @OnPostgres
    class Scope extends ScopeTest {}

    @OnPostgres
    class Matching extends MatchingTest {}

    @OnPostgres
    class SharedTarget extends SharedTargetTest {}

    @OnPostgres
    class Crossing extends CrossingTest {}

    @OnPostgres
    class GroupSync extends GroupSyncTest {}

    @OnPostgres
    class PlanMoment extends PlanMomentTest {}

    @OnPostgres
    class DynamicMembers extends DynamicMembersTest {}

    @OnPostgres
    class Topology extends TopologyTest {
        @Override
        int mesh() {
            return 4;
        }
    }

    @OnPostgres
    class CloudPairs extends CloudPairsTest {}

    @OnPostgres
    class History extends HistoryTest {}

    @OnPostgres
    class SharedCycle extends SharedCycleTest {}

    @OnPostgres
    class Safeguards extends SafeguardsTest {}

    @OnPostgres
    class Quarantine extends QuarantineTest {}

    @OnPostgres
    class Notices extends NoticesTest {}

    @OnPostgres
    class OnDemand extends OnDemandTest {}

    @OnPostgres
    class Runs extends RunsTest {}

    @OnPostgres
    class Scheduler extends SchedulerTest {}

    @Nested
    class Restartability extends RestartabilityTest {
        @Override
        Supplier<Store> database(String name) {
            return EngineTest.postgresql();
        }
    }

    /** Of the many worlds some, since each takes longer here. */
    @Nested
    class PlanAgreement extends PlanAgreementTest {
        @Override
        Supplier<Store> database() {
            return EngineTest.postgresql();
        }

        @Override
        int worlds() {
            return super.worlds() / 10;
        }
    }
}
