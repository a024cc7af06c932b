package io.tenantry.provisioning.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.SampleJob;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.mapping.MappingCompiler;
import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.SourceObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is to be done to one user whom nobody in the target stands in the way of (provisioning-engine.md §6). */
class DecisionTest extends Deciding {
    /** The mapping carries out these operations only (objectMapping.flowTypes). */
    private void carryOnly(String operations) {
        ((ObjectNode) MappingCompiler.objectMapping(schema, "User").orElseThrow()).put("flowTypes", operations);
    }

    private Outcome decide(Mode mode, SourceObject user, boolean assigned) {
        JobContext context = context(true);
        return new Decision(run(context, mode), TargetIndex.of(null, List.of(), Map.of()))
                .of(judged(context, user, assigned, NOBODY));
    }

    private Outcome assigned(Mode mode, SourceObject user) {
        return decide(mode, user, true);
    }

    private Outcome unassigned(Mode mode, SourceObject user) {
        return decide(mode, user, false);
    }

    private static void assertSkipped(Outcome.Skip.Reason reason, Outcome outcome) {
        assertEquals(new Outcome.Skip(reason), outcome);
    }

    @Test
    void whoIsAssignedAndActiveIsCreated() {
        Outcome.Create create = assertInstanceOf(Outcome.Create.class, assigned(INCREMENTAL, unlinked(ana)));
        assertEquals(mirror.text("userPrincipalName"), create.target().text("userPrincipalName"));
        assertTrue(create.modified().stream().anyMatch(each -> each.name().equals("displayName")));
    }

    @Test
    void whoIsNotAssignedOrDisabledIsNotCreated() {
        assertSkipped(Outcome.Skip.Reason.NOT_ENTITLED, unassigned(INCREMENTAL, unlinked(ana)));
        assertSkipped(Outcome.Skip.Reason.NOT_ENTITLED, assigned(INCREMENTAL, unlinked(user("ben", false))));
    }

    @Test
    void whoLeftIsDeletedOnceTheThresholdHasBeenJudged() {
        SourceObject left = linked(ana, LinkState.LINKED, mirror);
        assertEquals(new Outcome.Defer(mirror), unassigned(INCREMENTAL, left));
        assertEquals(new Outcome.Delete(mirror), unassigned(DEPROVISIONING, left));
        ana.set("deletedDateTime", SampleJob.NOON);
        assertEquals(new Outcome.Delete(mirror), assigned(DEPROVISIONING, left));
    }

    @Test
    void whoWasDisabledBeforeLeavingStays() {
        mirror.set("accountEnabled", false);
        SourceObject left = linked(user("ana", false), LinkState.LINKED, mirror);
        assertEquals(new Outcome.Release(Outcome.Release.Cause.DISABLED), unassigned(DEPROVISIONING, left));
    }

    @Test
    void onlyWhatTheEngineDeletedIsRestored() {
        mirror.set("deletedDateTime", SampleJob.NOON);
        Outcome restored = assigned(INCREMENTAL, linked(ana, LinkState.REMOVED, mirror));
        assertEquals(
                Outcome.Update.Kind.RESTORED,
                assertInstanceOf(Outcome.Update.class, restored).kind());
        assertSkipped(
                Outcome.Skip.Reason.DELETED_IN_TARGET, assigned(INCREMENTAL, linked(ana, LinkState.LINKED, mirror)));
    }

    @Test
    void whoIsRestoredIsLiveAndHasHisNameAgain() {
        String name = mirror.text("userPrincipalName");
        mirror.set("deletedDateTime", SampleJob.NOON)
                .set("userPrincipalName", mirror.id().replace("-", "") + name);
        Outcome.Update restored =
                assertInstanceOf(Outcome.Update.class, assigned(INCREMENTAL, linked(ana, LinkState.REMOVED, mirror)));
        assertTrue(SourceObject.isLive(restored.target()));
        assertEquals(name, restored.target().text("userPrincipalName"));
    }

    @Test
    void nobodyIsRestoredOnDemandOrWhileDisabled() {
        mirror.set("deletedDateTime", SampleJob.NOON);
        assertSkipped(
                Outcome.Skip.Reason.NOT_ENTITLED, assigned(Mode.ON_DEMAND, linked(ana, LinkState.REMOVED, mirror)));
        ana.set("accountEnabled", false);
        assertSkipped(Outcome.Skip.Reason.NOT_ENTITLED, assigned(INCREMENTAL, linked(ana, LinkState.REMOVED, mirror)));
    }

    @Test
    void whoIsDisabledIsLeftToCycles() {
        SourceObject disabled = linked(user("ana", false), LinkState.LINKED, mirror);
        assertSkipped(Outcome.Skip.Reason.NOT_ENTITLED, assigned(Mode.ON_DEMAND, disabled));
        Outcome.Update update = assertInstanceOf(Outcome.Update.class, assigned(DEPROVISIONING, disabled));
        assertTrue(update.disables());
    }

    @Test
    void aDisablingWaitsUntilTheThresholdHasBeenJudged() {
        SourceObject disabled = linked(user("ana", false), LinkState.LINKED, mirror);
        assertEquals(new Outcome.Defer(mirror), assigned(INCREMENTAL, disabled));
        mirror.set("accountEnabled", false);
        assertInstanceOf(Outcome.Update.class, assigned(INCREMENTAL, disabled));
    }

    @Test
    void whatTheMappingDoesNotCarryOutIsSkipped() {
        carryOnly("Update,Delete");
        assertSkipped(Outcome.Skip.Reason.OPERATION_OFF, assigned(INCREMENTAL, unlinked(ana)));
        carryOnly("Add,Delete");
        assertSkipped(Outcome.Skip.Reason.OPERATION_OFF, assigned(INCREMENTAL, linked(ana, LinkState.LINKED, mirror)));
        carryOnly("Add,Update");
        assertSkipped(
                Outcome.Skip.Reason.OPERATION_OFF, unassigned(DEPROVISIONING, linked(ana, LinkState.LINKED, mirror)));
    }

    @Test
    void ofWhomOnlyTheSourceHadIsSpokenOnceDeleted() {
        ana.set("deletedDateTime", SampleJob.NOON);
        assertSkipped(Outcome.Skip.Reason.NOT_ENTITLED, assigned(INCREMENTAL, unlinked(ana)));
    }

    @Test
    void whoIsMasteredOnPremisesInTheTargetIsNotUpdated() {
        mirror.set("onPremisesSyncEnabled", true).set("displayName", "A.");
        Outcome.Fail fail =
                assertInstanceOf(Outcome.Fail.class, assigned(INCREMENTAL, linked(ana, LinkState.LINKED, mirror)));
        assertEquals(
                "AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises",
                fail.failure().code());
    }

    @Test
    void anAnchorThatIsGoneIsMatchedAnewByAnInitialCycleOnly() {
        SourceObject orphan = linked(ana, LinkState.LINKED);
        Outcome.Fail fail = assertInstanceOf(Outcome.Fail.class, assigned(INCREMENTAL, orphan));
        assertEquals("InvalidAnchor", fail.failure().code());
        assertInstanceOf(Outcome.Create.class, assigned(INITIAL, orphan));
    }

    @Test
    void nobodySpeaksOfWhomNeitherSideHas() {
        SourceObject gone = new SourceObject(
                ana.id(), ObjectType.USER, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertTrue(unassigned(INCREMENTAL, gone).unknown());
    }
}
