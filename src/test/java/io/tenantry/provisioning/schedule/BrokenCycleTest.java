package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.provisioning.cycle.Cycle.Progress;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.provisioning.job.SyncJobs;
import org.junit.jupiter.api.Test;

/** Cycles that cannot come to their end: a fault of the service, a job that is no more, a tenant that is not there. */
class BrokenCycleTest extends EngineTest {
    private Cycle cycle() {
        return w.cycle(new TestConfig(1));
    }

    private Progress batch(Cycle cycle) {
        return w.store.writeAll(registry -> cycle.batch(registry, w.clock.now()));
    }

    private Progress broken(Cycle cycle) {
        return w.store.writeAll(
                registry -> cycle.broken(registry, new IllegalStateException("no disk"), w.clock.now()));
    }

    private String error() {
        JsonNode error = w.sync.status().at("/lastExecution/error");
        return error.path("code").asText() + " "
                + error.path("tenantActionable").asBoolean();
    }

    @Test
    void aFaultOfTheServiceFailsTheExecutionAndTheNextCycleBeginsWhereThisOneBegan() {
        w.sync.start();
        Cycle cycle = cycle();
        assertInstanceOf(Progress.Underway.class, batch(cycle));
        Progress.Ended ended = assertInstanceOf(Progress.Ended.class, broken(cycle));
        assertEquals("Failed", ended.execution().path("state").asText());
        assertEquals("InternalError false", error());
        assertTrue(w.sync.status().at("/lastExecution/error/message").asText().contains("no disk"));
        assertEquals(1, w.sync.status().path("countSuccessiveCompleteFailures").asInt());
        assertTrue(w.sync.status().path("quarantine").isNull(), "nothing is wrong with the job");
        broken(cycle());
        assertEquals(2, w.sync.status().path("countSuccessiveCompleteFailures").asInt());
        assertEquals(3, w.sync.cycle().path("countImported").asInt(), "everyone is read again");
        assertEquals(3, w.birchline.externals().size());
        assertEquals(0, w.sync.status().path("countSuccessiveCompleteFailures").asInt());
    }

    @Test
    void aJobThatIsNoMoreEndsItsCycleAndLeavesUsersAsTheyAre() {
        w.sync.cycle();
        w.alderwood.write(session -> JobControl.delete(session, w.sync.job()));
        assertInstanceOf(Progress.JobGone.class, batch(cycle()));
        assertInstanceOf(Progress.JobGone.class, broken(cycle()));
        assertEquals(3, w.birchline.externals().size());
    }

    @Test
    void withItsServicePrincipalAJobIsForgotten() {
        w.sync.cycle();
        w.alderwood.write(session -> session.remove(w.sync.servicePrincipal));
        assertInstanceOf(Progress.JobGone.class, batch(cycle()));
        assertTrue(w.alderwood
                .read(session -> SyncJobs.find(session, w.sync.jobId))
                .isEmpty());
        assertEquals(3, w.birchline.externals().size());
    }

    @Test
    void aTargetThatNobodyKnowsAndIncompleteCredentialsBlockTheCycle() {
        w.sync.secret("CompanyId", "00000000-0000-0000-0000-00000000dead");
        assertEquals("Failed", w.sync.cycle().path("state").asText());
        assertEquals("ExternalTenantNotFound true", error());
        assertTrue(w.sync.status()
                .at("/lastExecution/error/message")
                .asText()
                .contains("00000000-0000-0000-0000-00000000dead"));
        w.sync.secret("CompanyId", "");
        w.sync.cycle();
        assertEquals("InvalidCredentials true", error());
        w.sync.secret("CompanyId", w.birchline.tenant.id());
        w.sync.secret("AuthenticationType", "");
        w.sync.cycle();
        assertEquals("InvalidCredentials true", error());
        assertEquals("Quarantine", w.sync.code());
    }

    @Test
    void whatIsClosedFirstIsToldOfBothTenantsPolicies() {
        w.alderwood.partner(w.birchline, "outboundAllowed", false);
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.sync.cycle();
        assertEquals("AzureDirectoryB2BManagementPolicyCheckFailure true", error());
        w.alderwood.partner(w.birchline, "outboundAllowed", true);
        w.sync.cycle();
        assertEquals("AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure true", error());
        w.birchline.allowSyncFrom(w.alderwood, true);
        w.birchline.partner(w.alderwood, "inboundAllowed", false);
        w.sync.cycle();
        assertEquals("AzureDirectoryB2BManagementPolicyCheckFailure true", error());
        w.birchline.partner(w.alderwood, "inboundAllowed", true);
        assertEquals("Succeeded", w.sync.cycle().path("state").asText());
    }
}
