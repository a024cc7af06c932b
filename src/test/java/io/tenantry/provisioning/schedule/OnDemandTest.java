package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.ondemand.OnDemand;
import io.tenantry.provisioning.ondemand.OnDemand.Result;
import io.tenantry.provisioning.ondemand.OnDemand.Subject;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One object at once (provisioning-engine.md §8). */
class OnDemandTest extends EngineTest {
    private Result provision(ObjectType type, String id, Entity... members) {
        Subject subject =
                new Subject(type, id, Stream.of(members).map(Entity::id).toList());
        return w.store.write(
                w.alderwood.tenant,
                session ->
                        w.onDemand.provision(session, w.sync.jobId, w.sync.servicePrincipal, subject, w.clock.now()));
    }

    private JsonNode entry(Result result) {
        return assertInstanceOf(OnDemand.Result.Done.class, result).entries().get(0);
    }

    private Entity made() {
        List<Entity> found = w.birchline.groups("Crew");
        assertEquals(1, found.size());
        return found.get(0);
    }

    @Test
    void theWatermarkStaysAndTheLinkIsKept() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("city", "Porto"));
        Entity dia = w.alderwood.user("dia");
        w.sync.assign(dia);
        assertEquals(
                "create",
                entry(provision(ObjectType.USER, dia.id()))
                        .path("provisioningAction")
                        .asText());
        assertEquals(2, w.sync.cycle().get("countImported").asInt(), "ben, and dia with nothing to do");
        assertEquals("Porto", w.target(w.ben).text("city"));
    }

    @Test
    void whoWasUnassignedIsDeletedAndNotBroughtBack() {
        w.sync.cycle();
        w.sync.unassign(w.ana);
        assertEquals(
                "delete",
                entry(provision(ObjectType.USER, w.ana.id()))
                        .path("provisioningAction")
                        .asText());
        w.sync.assign(w.ana);
        assertEquals(
                "skipped",
                entry(provision(ObjectType.USER, w.ana.id()))
                        .at("/provisioningStatusInfo/status")
                        .asText());
        w.sync.cycle();
        assertTrue(w.birchline.external(w.ana).isPresent(), "a cycle restores");
    }

    @Test
    void aFailureIsToldAndNotKept() {
        Entity dia = w.alderwood.user("dia");
        w.birchline.user("desk", user -> user.set("mail", dia.text("mail")));
        w.sync.cycle();
        w.sync.assign(dia);
        JsonNode failed = entry(provision(ObjectType.USER, dia.id()));
        assertEquals(
                "InvitationCreationFailureAmbiguousUser",
                failed.at("/provisioningStatusInfo/errorInformation/errorCode").asText());
        assertEquals(
                1, w.sync.cycle().get("countEscrowed").asInt(), "the cycle that follows keeps it, since dia changed");
    }

    @Test
    void aManagerWhoIsNotThereIsToldAndIsSetOnceHeIs() {
        Entity eli = w.alderwood.user("eli");
        w.alderwood.manager(w.ben, eli);
        JsonNode entry = entry(provision(ObjectType.USER, w.ben.id()));
        assertEquals(
                "create success",
                entry.path("provisioningAction").asText() + " "
                        + entry.at("/provisioningStatusInfo/status").asText());
        assertEquals(
                "referenceResolution warning",
                entry.at("/provisioningSteps/4/provisioningStepType").asText() + " "
                        + entry.at("/provisioningSteps/4/status").asText(),
                entry.toString());
        w.sync.assign(eli);
        provision(ObjectType.USER, eli.id());
        assertEquals(
                "update",
                entry(provision(ObjectType.USER, w.ben.id()))
                        .path("provisioningAction")
                        .asText());
        assertEquals(
                List.of(w.target(eli).id()),
                w.birchline.read(session -> List.copyOf(
                        session.references().targets("manager", w.target(w.ben).id()))));
    }

    @Test
    void aGroupComesWithTheMembersThatAreNamed() {
        w.sync.withGroups();
        w.sync.cycle();
        Entity zoe = w.alderwood.user("zoe");
        Entity crew = w.alderwood.group("Crew", w.ana, w.ben, w.cho, zoe);
        w.sync.assign(crew);
        Entity stranger = w.alderwood.user("stranger");
        Result result = provision(ObjectType.GROUP, crew.id(), w.ana, zoe, stranger);
        JsonNode entry = entry(result);
        assertEquals("create", entry.path("provisioningAction").asText());
        assertEquals(
                Map.of(w.ana.id(), "other", zoe.id(), "create", crew.id(), "create"),
                ((Result.Done) result)
                        .entries().stream()
                                .collect(Collectors.toMap(
                                        each -> each.at("/sourceIdentity/id").asText(),
                                        each -> each.path("provisioningAction").asText())));
        assertEquals(Set.of(w.target(w.ana).id(), w.target(zoe).id()), w.birchline.members(made()));
        assertTrue(w.birchline.external(stranger).isEmpty());
        w.sync.cycle();
        assertEquals(4, w.birchline.members(made()).size());
    }

    @Test
    void aMemberWhoIsNotTakenInIsToldAtTheGroup() {
        w.sync.withGroups();
        Entity off = w.alderwood.user("off", user -> user.set("accountEnabled", false));
        Entity crew = w.alderwood.group("Crew", off, w.ana);
        w.sync.assign(crew);
        Result result = provision(ObjectType.GROUP, crew.id(), off, w.ana);
        assertTrue(entry(result).path("provisioningSteps").valueStream().anyMatch(step -> step.path("status")
                .asText()
                .equals("warning")));
        assertEquals(Set.of(w.target(w.ana).id()), w.birchline.members(made()));
    }

    @Test
    void groupsAreLeftAloneWhileTheirMappingIsOff() {
        Entity crew = w.alderwood.group("Crew", w.ana);
        w.sync.assign(crew);
        assertInstanceOf(OnDemand.Result.TypeOff.class, provision(ObjectType.GROUP, crew.id()));
        w.sync.withGroups();
        assertInstanceOf(OnDemand.Result.Unknown.class, provision(ObjectType.GROUP, w.ana.id()));
        assertInstanceOf(OnDemand.Result.Unknown.class, provision(ObjectType.USER, crew.id()));
    }

    @Test
    void aClosedPolicyIsTheOnlyStep() {
        w.birchline.allowSyncFrom(w.alderwood, false);
        Result.Refused refused = assertInstanceOf(Result.Refused.class, provision(ObjectType.USER, w.ana.id()));
        assertEquals("AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure", refused.code());
    }
}
