package io.tenantry.provisioning.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.provisioning.plan.PlanAction;
import io.tenantry.provisioning.plan.PlanPages;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A configuration of a test world: the service principal and the job that carry users of one tenant into another. */
final class TestSync {
    final World world;
    final TestTenant source;
    final TestTenant target;
    final Entity servicePrincipal;
    final String jobId;
    private final Map<String, String> secrets = new TreeMap<>();

    TestSync(World world, TestTenant source, TestTenant target) {
        this.world = world;
        this.source = source;
        this.target = target;
        source.partner(target, "outboundAllowed", true);
        target.partner(source, "inboundAllowed", true);
        target.allowSyncFrom(source, true);
        servicePrincipal = Entity.of("servicePrincipal", Ids.random())
                .set("displayName", "Harbour sync")
                .set("appId", Ids.random());
        jobId = "Azure2Azure." + source.tenant.id().replace("-", "") + "." + servicePrincipal.text("appId");
        source.write(session -> {
            DirectoryObjects.create(session, servicePrincipal);
            JobControl.create(session, servicePrincipal.id(), jobId);
        });
        secret("CompanyId", target.tenant.id());
        secret("AuthenticationType", "SyncPolicy");
    }

    void secret(String key, String value) {
        secrets.put(key, value);
        ArrayNode pairs = Json.array();
        secrets.forEach((k, v) -> pairs.addObject().put("key", k).put("value", v));
        source.write(session -> {
            String id = servicePrincipal.id();
            session.findChild(JobSettings.TYPE, id, id).ifPresent(session::remove);
            session.insert(Entity.childOf(id, JobSettings.TYPE, id).set("secrets", pairs));
        });
    }

    void deleteThreshold(int value) {
        secret("SyncNotificationSettings", "{\"DeleteThresholdEnabled\":true,\"DeleteThresholdValue\":" + value + "}");
    }

    void assign(Entity... principals) {
        for (Entity principal : principals) {
            assign(principal, "00000000-0000-0000-0000-000000000000");
        }
    }

    void assign(Entity principal, String role) {
        source.write(session -> {
            session.insert(Entity.childOf(servicePrincipal.id(), "appRoleAssignment", Ids.random())
                    .set("principalId", principal.id())
                    .set("resourceId", servicePrincipal.id())
                    .set("appRoleId", role));
            session.changes().changed(Change.added(servicePrincipal, "appRoleAssignedTo", principal.id()));
        });
    }

    /** The application's roles, by their values. */
    List<String> roles(String... values) {
        ArrayNode roles = Json.array();
        List<String> ids = new ArrayList<>();
        for (String value : values) {
            ids.add(Ids.random());
            roles.addObject()
                    .put("id", ids.get(ids.size() - 1))
                    .put("value", value)
                    .put("displayName", value + "s");
        }
        source.write(session -> session.update(servicePrincipal.set("appRoles", roles)));
        return ids;
    }

    void unassign(Entity... principals) {
        for (Entity principal : principals) {
            source.write(session -> {
                session.allBy("appRoleAssignment", "principalId", principal.id()).stream()
                        .filter(each -> each.parent().equals(servicePrincipal.id()))
                        .forEach(session::remove);
                session.changes().changed(Change.taken(servicePrincipal, "appRoleAssignedTo", principal.id()));
            });
        }
    }

    Entity job() {
        return source.read(session -> document(session));
    }

    private Entity document(Session session) {
        return session.findChild(JobDocument.TYPE, servicePrincipal.id(), jobId).orElseThrow();
    }

    JsonNode status() {
        return job().properties().get("status");
    }

    String code() {
        return status().path("code").asText();
    }

    void start() {
        source.write(session -> JobControl.start(session, document(session), world.clock.now()));
    }

    void pause() {
        source.write(session -> JobControl.pause(session, document(session)));
    }

    void restart() {
        restart(RestartScope.byDefault());
    }

    void restart(Set<RestartScope> scopes) {
        source.write(session -> JobControl.restart(session, document(session), scopes, world.clock.now()));
    }

    /** One cycle; the first one starts the job. Returns its execution. */
    ObjectNode cycle() {
        if (!(new JobDocument(job()).status() instanceof JobStatus.Scheduled)) {
            start();
        }
        return world.scheduler.runNow(source.tenant, jobId);
    }

    /** What the next cycle would do. */
    ObjectNode plan(Proposal proposal) {
        return world.plans
                .first(source.tenant, jobId, proposal, new PlanPages.View(2000, EnumSet.allOf(PlanAction.class)))
                .orElseThrow()
                .shown();
    }

    ObjectNode plan() {
        return plan(Proposal.NONE);
    }

    ObjectNode explain(Entity user) {
        return world.explainer.explain(source.tenant, jobId, user.id()).orElseThrow();
    }

    /** The schema with another user mapping, not saved. */
    ObjectNode schema(Consumer<ObjectNode> edit) {
        ObjectNode schema = source.read(session -> world.schemas.of(session, servicePrincipal.id(), jobId))
                .properties()
                .deepCopy();
        edit.accept((ObjectNode) schema.path("synchronizationRules")
                .path(0)
                .path("objectMappings")
                .path(0));
        return schema;
    }

    /** The entries that come into the log while this is done. */
    List<Entity> entriesOf(Runnable act) {
        long before = log().size();
        act.run();
        return log().subList((int) before, log().size());
    }

    List<Entity> log() {
        return source.read(session -> session.query(
                "select type, id, '', body from provisioning_log where tenant = {tenant} and job_id = ? order by id",
                Session::entity,
                jobId));
    }

    /** Action and status of the entries of one source user. */
    List<String> log(Entity user) {
        List<String> found = new ArrayList<>();
        for (Entity entry : log()) {
            if (entry.properties().path("sourceIdentity").path("id").asText().equals(user.id())) {
                found.add(entry.text("provisioningAction") + " "
                        + entry.properties()
                                .path("provisioningStatusInfo")
                                .path("status")
                                .asText());
            }
        }
        return found;
    }

    /** Error codes and skip reasons of the entries of one source object. */
    List<String> codes(Entity object) {
        return log().stream()
                .map(Entity::properties)
                .filter(entry ->
                        entry.path("sourceIdentity").path("id").asText().equals(object.id()))
                .map(entry -> entry.path("provisioningStatusInfo")
                        .path("errorInformation")
                        .path("errorCode")
                        .asText(""))
                .toList();
    }

    /** Changes the user mapping and saves the schema. */
    void changeMapping(Consumer<ObjectNode> edit) {
        changeMapping(0, edit);
    }

    /** Likewise the group mapping. */
    void changeGroupMapping(Consumer<ObjectNode> edit) {
        changeMapping(1, edit);
    }

    /** Groups are carried too. */
    void withGroups() {
        target.allowGroupsFrom(source, true);
        changeGroupMapping(mapping -> mapping.put("enabled", true));
    }

    private void changeMapping(int number, Consumer<ObjectNode> edit) {
        source.write(session -> {
            Entity schema = world.schemas.of(session, servicePrincipal.id(), jobId);
            boolean stored = session.findChild(JobSchema.TYPE, jobId, jobId).isPresent();
            edit.accept((ObjectNode) schema.properties()
                    .path("synchronizationRules")
                    .path(0)
                    .path("objectMappings")
                    .path(number));
            if (stored) {
                session.update(schema);
            } else {
                session.insert(schema);
            }
            JobControl.schemaChanged(session, document(session), world.clock.now());
        });
    }

    /** Replaces the customer's scoping filter by one group with one clause. */
    void filter(String attribute, String operator, String value) {
        changeMapping(mapping -> {
            ArrayNode groups = ((ObjectNode) mapping.get("scope")).putArray("groups");
            ObjectNode clause = groups.addObject()
                    .put("name", "Filter 1")
                    .putArray("clauses")
                    .addObject();
            clause.put("sourceOperandName", attribute).put("operatorName", operator);
            clause.putObject("targetOperand").putArray("values").add(value);
        });
    }

    void map(String targetAttribute, String property, JsonNode value) {
        changeMapping(mapping -> {
            for (JsonNode each : mapping.path("attributeMappings")) {
                if (each.path("targetAttributeName").asText().equals(targetAttribute)) {
                    ((ObjectNode) each).set(property, value);
                }
            }
        });
    }
}
