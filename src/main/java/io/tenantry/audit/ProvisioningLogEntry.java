package io.tenantry.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code provisioningObjectSummary}: what happened to one object in one cycle (synchronization-api.md §11). */
public final class ProvisioningLogEntry {
    public static final String TYPE = "provisioningObjectSummary";

    /** Wire names are these in lower camel case. */
    public enum StepType {
        IMPORT("import"),
        SCOPING("scoping"),
        MATCHING("matching"),
        PROCESSING("processing"),
        REFERENCE_RESOLUTION("referenceResolution"),
        EXPORT("export");

        private final String wireName;

        StepType(String wireName) {
            this.wireName = wireName;
        }
    }

    public enum Action {
        OTHER("other"),
        CREATE("create"),
        DELETE("delete"),
        DISABLE("disable"),
        UPDATE("update"),
        STAGED_DELETE("stagedDelete");

        private final String wireName;

        Action(String wireName) {
            this.wireName = wireName;
        }
    }

    public enum Status {
        SUCCESS,
        FAILURE,
        SKIPPED,
        WARNING;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an entry comes to: its action, unless that was skipped or failed. */
    public enum Result {
        CREATE,
        UPDATE,
        DISABLE,
        DELETE,
        STAGED_DELETE,
        SKIP,
        FAIL;

        public String wireName() {
            return this == STAGED_DELETE ? "stagedDelete" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How an entry ends.
     *
     * @param code null where all went well, and with it reason and recommendedAction
     */
    public record Ending(Action action, Status status, String code, String reason, String recommendedAction) {
        public static Ending success(Action action) {
            return new Ending(action, Status.SUCCESS, null, null, null);
        }

        public static Ending skipped(String code, String reason) {
            return new Ending(Action.OTHER, Status.SKIPPED, code, reason, null);
        }
    }

    private final ObjectNode json;
    private final Optional<Result> before;

    private ProvisioningLogEntry(ObjectNode json) {
        this.json = json;
        this.before = json.has("provisioningAction") ? Optional.of(result()) : Optional.empty();
    }

    /** An entry written before, to be continued by a later pass of the same cycle. */
    public static ProvisioningLogEntry of(Entity stored) {
        return new ProvisioningLogEntry(stored.properties());
    }

    public static ProvisioningLogEntry begin(String id, Instant now) {
        ObjectNode json = Json.object().put("id", id).put("activityDateTime", Json.instant(now));
        json.putArray("provisioningSteps");
        json.putArray("modifiedProperties");
        ObjectNode initiator = json.putObject("initiatedBy");
        initiator
                .put("id", "")
                .put("displayName", "Azure AD Provisioning Service")
                .put("initiatorType", "system");
        return new ProvisioningLogEntry(json).status(Status.SUCCESS);
    }

    /** Which run of which job. */
    public ProvisioningLogEntry run(String tenantId, String jobId, String cycleId, String changeId) {
        json.put("tenantId", tenantId)
                .put("jobId", jobId)
                .put("cycleId", cycleId)
                .put("changeId", changeId);
        return this;
    }

    public ProvisioningLogEntry took(long milliseconds) {
        json.put("durationInMilliseconds", milliseconds);
        return this;
    }

    public ProvisioningLogEntry servicePrincipal(String id, String displayName) {
        json.putObject("servicePrincipal").put("id", id).put("displayName", displayName);
        return this;
    }

    public ProvisioningLogEntry systems(ObjectNode source, ObjectNode target) {
        json.set("sourceSystem", source);
        json.set("targetSystem", target);
        return this;
    }

    public ProvisioningLogEntry source(ObjectNode identity) {
        json.set("sourceIdentity", identity);
        return this;
    }

    public ProvisioningLogEntry target(ObjectNode identity) {
        json.set("targetIdentity", identity);
        return this;
    }

    public static ObjectNode identity(String id, String displayName, String type, Map<String, String> details) {
        ObjectNode identity =
                Json.object().put("id", id).put("displayName", displayName).put("identityType", type);
        details.forEach(identity.putObject("details")::put);
        return identity;
    }

    public static ObjectNode system(String id, String displayName, Map<String, String> details) {
        ObjectNode system = Json.object().put("id", id).put("displayName", displayName);
        details.forEach(system.putObject("details")::put);
        return system;
    }

    public ProvisioningLogEntry end(Ending ending) {
        json.put("provisioningAction", ending.action.wireName);
        return ending.code == null ? status(ending.status) : complain(ending);
    }

    /** The entry keeps its action. */
    public ProvisioningLogEntry complain(Ending ending) {
        status(ending.status);
        ((ObjectNode) json.get("provisioningStatusInfo"))
                .putObject("errorInformation")
                .put("errorCode", ending.code)
                .put("reason", ending.reason)
                .putNull("additionalDetails")
                .put("errorCategory", ending.status == Status.SKIPPED ? "nonServiceFailure" : "failure")
                .put("recommendedAction", ending.recommendedAction);
        return this;
    }

    public boolean skipped() {
        return has(Status.SKIPPED);
    }

    private boolean has(Status status) {
        return json.path("provisioningStatusInfo").path("status").asText().equals(status.wireName());
    }

    public Result result() {
        if (has(Status.FAILURE)) {
            return Result.FAIL;
        }
        // a deletion that is held back is logged as skipped
        String action = json.path("provisioningAction").asText();
        return Arrays.stream(Result.values())
                .filter(each -> each.wireName().equals(action))
                .findFirst()
                .orElse(Result.SKIP);
    }

    /** What an entry came to that was read from the log; empty for a new one. */
    public Optional<Result> before() {
        return before;
    }

    private ProvisioningLogEntry status(Status status) {
        json.putObject("provisioningStatusInfo")
                .put("status", status.wireName())
                .putNull("errorInformation");
        return this;
    }

    public ProvisioningLogEntry step(
            String name, StepType type, Status status, String description, Map<String, String> details) {
        ObjectNode step = ((ArrayNode) json.get("provisioningSteps")).addObject();
        step.put("name", name).put("provisioningStepType", type.wireName).put("status", status.wireName());
        step.put("description", description);
        details.forEach(step.putObject("details")::put);
        return this;
    }

    public ProvisioningLogEntry modified(String name, String oldValue, String newValue) {
        ((ArrayNode) json.get("modifiedProperties"))
                .addObject()
                .put("displayName", name)
                .put("oldValue", oldValue)
                .put("newValue", newValue);
        return this;
    }

    public int steps() {
        return json.path("provisioningSteps").size();
    }

    public int modifiedProperties() {
        return json.path("modifiedProperties").size();
    }

    public String id() {
        return json.get("id").asText();
    }

    public ObjectNode json() {
        return json;
    }

    public Entity toEntity() {
        return new Entity(TYPE, id(), "", json);
    }
}
