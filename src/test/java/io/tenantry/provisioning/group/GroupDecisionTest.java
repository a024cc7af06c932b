package io.tenantry.provisioning.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.job.GroupSynchronization;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobRules;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.SampleJob;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.mapping.MappingCompiler;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Outcome.Skip.Reason;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is to be done to one group, without a store (provisioning-engine.md §11). */
class GroupDecisionTest {
    private static final Mode INITIAL = Mode.last(true, true);
    private static final Mode INCREMENTAL = Mode.last(false, true);
    private static final Mode FIRST_PASS = Mode.patient(false, false);

    private final Entity crew =
            Entity.of("group", Ids.random()).set("displayName", "Crew").set("mailNickname", "crew");
    private final Entity copy =
            Entity.of("group", Ids.random()).set("displayName", "Crew").set("mailNickname", "crew");
    private final ObjectNode schema = new JobSchema(() -> "2023").template();
    private final ObjectNode mapping =
            (ObjectNode) MappingCompiler.objectMapping(schema, "Group").orElseThrow();
    private boolean letIn = true;
    private boolean assigned = true;

    private JobContext context() {
        MappingPlan plan = MappingCompiler.groups(schema, Surroundings.NONE);
        return SampleJob.with(new JobRules(
                MappingPlan.NONE,
                new GroupSynchronization(plan, true, letIn, false),
                JobSettings.of(Json.array()),
                true));
    }

    private SourceObject unlinked() {
        return new SourceObject(
                crew.id(), ObjectType.GROUP, Optional.of(crew), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private SourceObject linked(LinkState state) {
        return linked(state, Optional.of(copy));
    }

    private SourceObject linked(LinkState state, Optional<Entity> target) {
        ObjectLink link = new ObjectLink(ObjectType.GROUP, crew.id(), copy.id(), state, false);
        return new SourceObject(
                crew.id(), ObjectType.GROUP, Optional.of(crew), Optional.of(link), Optional.empty(), target);
    }

    private Outcome decide(Mode mode, SourceObject group) {
        JobContext context = context();
        JudgedGroup judged = new GroupJudge(context)
                .judge(
                        new JudgedGroup(group, Optional.empty(), GroupJudge.NEEDLESS, Optional.empty()),
                        assigned ? Set.of(Ids.random()) : Set.of());
        return new GroupDecision(new Run(context, "cycle", mode, SampleJob.NOON)).of(judged);
    }

    private void carryOnly(String operations) {
        mapping.put("flowTypes", operations);
    }

    private static void assertSkipped(Reason reason, Outcome outcome) {
        assertEquals(new Outcome.Skip(reason), outcome);
    }

    private static void assertFailed(String code, boolean creating, Outcome outcome) {
        Outcome.Fail fail = assertInstanceOf(Outcome.Fail.class, outcome);
        assertEquals(code, fail.failure().code());
        assertEquals(creating, fail.creating());
    }

    @Test
    void anAssignedGroupIsCreated() {
        assertInstanceOf(Outcome.Create.class, decide(INCREMENTAL, unlinked()));
        assigned = false;
        assertSkipped(Reason.NOT_ENTITLED, decide(INCREMENTAL, unlinked()));
    }

    @Test
    void whereTheTargetLetsNoGroupsInWhatIsDueFails() {
        letIn = false;
        String code = "AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure";
        assertFailed(code, true, decide(INCREMENTAL, unlinked()));
        assertFailed(code, false, decide(INCREMENTAL, linked(LinkState.LINKED)));
    }

    @Test
    void aGroupThatLeftIsDeletedOnceTheThresholdHasBeenJudged() {
        assigned = false;
        assertEquals(new Outcome.Defer(copy), decide(FIRST_PASS, linked(LinkState.LINKED)));
        assertEquals(new Outcome.Delete(copy), decide(INCREMENTAL, linked(LinkState.LINKED)));
    }

    @Test
    void ofAGroupThatWasDeletedNothingIsLeftToDoButItIsSpokenOf() {
        crew.set("deletedDateTime", SampleJob.NOON);
        assertSkipped(Reason.NOT_ENTITLED, decide(INCREMENTAL, unlinked()));
    }

    @Test
    void nobodySpeaksOfAGroupThatNeitherSideHas() {
        SourceObject gone = new SourceObject(
                crew.id(), ObjectType.GROUP, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertTrue(decide(INCREMENTAL, gone).unknown());
    }

    @Test
    void whatTheMappingDoesNotCarryOutIsSkipped() {
        carryOnly("Add,Update");
        assigned = false;
        assertSkipped(Reason.OPERATION_OFF, decide(INCREMENTAL, linked(LinkState.LINKED)));
        assigned = true;
        carryOnly("Update,Delete");
        assertSkipped(Reason.OPERATION_OFF, decide(INCREMENTAL, unlinked()));
        carryOnly("Add,Delete");
        assertSkipped(Reason.OPERATION_OFF, decide(INCREMENTAL, linked(LinkState.LINKED)));
    }

    @Test
    void whomTheBuiltInFilterDoesNotAdmitIsLeftAlone() {
        mapping.putObject("scope")
                .putArray("inputFilterGroups")
                .addObject()
                .putArray("clauses")
                .addObject()
                .put("sourceOperandName", "displayName")
                .put("operatorName", "EQUALS")
                .putObject("targetOperand")
                .putArray("values")
                .add("Deck");
        assertSkipped(Reason.NOT_ENTITLED, decide(INCREMENTAL, linked(LinkState.LINKED)));
    }

    @Test
    void whatCannotBeMappedFails() {
        ObjectNode name = (ObjectNode) mapping.at("/attributeMappings/0/source");
        name.put("type", "Function").put("expression", "CDate([displayName])");
        assertFailed("MissingValues", true, decide(INCREMENTAL, unlinked()));
        assertFailed("MissingValues", false, decide(INCREMENTAL, linked(LinkState.LINKED)));
    }

    @Test
    void onlyWhatTheEngineDeletedIsRestoredAndThenItIsLive() {
        copy.set("deletedDateTime", SampleJob.NOON);
        Outcome.Update restored =
                assertInstanceOf(Outcome.Update.class, decide(INCREMENTAL, linked(LinkState.REMOVED)));
        assertEquals(Outcome.Update.Kind.RESTORED, restored.kind());
        assertTrue(SourceObject.isLive(restored.target()));
        assertFalse(SourceObject.isLive(copy));
        assertSkipped(Reason.NOT_ENTITLED, decide(Mode.ON_DEMAND, linked(LinkState.REMOVED)));
        assertSkipped(Reason.DELETED_IN_TARGET, decide(INCREMENTAL, linked(LinkState.LINKED)));
    }

    @Test
    void anAnchorThatIsGoneIsMatchedAnewByAnInitialCycleOnly() {
        SourceObject orphan = linked(LinkState.LINKED, Optional.empty());
        assertFailed("InvalidAnchor", false, decide(INCREMENTAL, orphan));
        assertInstanceOf(Outcome.Create.class, decide(INITIAL, orphan));
    }
}
