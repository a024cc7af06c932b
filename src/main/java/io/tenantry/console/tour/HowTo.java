package io.tenantry.console.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.tour.Step.Fact;
import io.tenantry.format.Json;
import java.util.ArrayList;
import java.util.List;

/** "Configure cross-tenant synchronization using Microsoft Graph API", step by step. */
final class HowTo {
    /** Of the gallery: cross-tenant synchronization. */
    static final String TEMPLATE = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";

    /** Number of the step that provisions on demand. */
    static final String ON_DEMAND = "11";

    private static final String PARTNERS = "/v1.0/policies/crossTenantAccessPolicy/partners";
    private static final String PARTNER_FIRST = "Make the partner known first.";

    private final Setup setup;
    private final Choice.Party source;
    private final Choice.Party target;
    private final List<Step> steps = new ArrayList<>();

    private HowTo(Setup setup) {
        this.setup = setup;
        source = setup.choice().source();
        target = setup.choice().target();
    }

    static List<Step> steps(Setup setup) {
        HowTo howTo = new HowTo(setup);
        howTo.target();
        howTo.source();
        howTo.configuration();
        howTo.job();
        howTo.person();
        howTo.cycle();
        return List.copyOf(howTo.steps);
    }

    private void target() {
        String partner = PARTNERS + "/" + source.id();
        add(
                target,
                "Make the source a partner of the target",
                "The target decides who may come in, so that is where one begins. A partner is the part of the target's cross-tenant access"
                        + " policy that speaks of one other tenant.",
                "Add the partner",
                call("POST", target, PARTNERS, Json.object().put("tenantId", source.id())),
                setup.targetKnowsSource(),
                "",
                new Fact("partner", setup.targetKnowsSource() ? source.name() : "not known"));
        ObjectNode allowed = Json.object().put("displayName", source.name());
        allowed.putObject("userSyncInbound").put("isSyncAllowed", true);
        boolean changes = setup.synchronization().isObject();
        add(
                target,
                "Let its users be synchronized in",
                "Nobody is synchronized into a tenant that does not allow it. The policy hangs on the partner, and is set by the target's"
                        + " administrator alone.",
                "Allow it",
                call(changes ? "PATCH" : "PUT", target, partner + "/identitySynchronization", allowed),
                setup.letsUsersIn(),
                setup.targetKnowsSource() ? "" : PARTNER_FIRST,
                Fact.of("isSyncAllowed", setup.synchronization().at("/userSyncInbound/isSyncAllowed")));
        add(
                target,
                "Redeem invitations in the target",
                "Those who are synchronized were invited, and each would have to accept by hand. Automatic redemption spares them that; it counts"
                        + " when both tenants consent, the target inbound and the source outbound.",
                "Consent inbound",
                call("PATCH", target, partner, consent("inboundAllowed")),
                setup.inbound().asBoolean(),
                setup.targetKnowsSource() ? "" : PARTNER_FIRST,
                Fact.of("inboundAllowed", setup.inbound()));
    }

    private void source() {
        add(
                source,
                "Make the target a partner of the source",
                "Now the other side: the source needs a partner of its own. It holds what the source consents to on behalf of its people.",
                "Add the partner",
                call("POST", source, PARTNERS, Json.object().put("tenantId", target.id())),
                setup.sourceKnowsTarget(),
                "",
                new Fact("partner", setup.sourceKnowsTarget() ? target.name() : "not known"));
        add(
                source,
                "Redeem invitations in the source",
                "The source consents outbound, so that its people are not asked one by one. With the target's inbound consent this makes both"
                        + " halves.",
                "Consent outbound",
                call("PATCH", source, PARTNERS + "/" + target.id(), consent("outboundAllowed")),
                setup.outbound().asBoolean(),
                setup.sourceKnowsTarget() ? "" : PARTNER_FIRST,
                Fact.of("outboundAllowed", setup.outbound()));
    }

    private void configuration() {
        add(
                source,
                "Create a configuration",
                "A configuration is an enterprise application, made from a template of the gallery. Who is assigned to it is synchronized.",
                "Create it",
                call(
                        "POST",
                        source,
                        "/v1.0/applicationTemplates/" + TEMPLATE + "/instantiate",
                        Json.object().put("displayName", target.name())),
                setup.isConfigured(),
                "",
                Fact.of("service principal", setup.configuration().path("displayName")));
        ObjectNode credentials = Json.object().put("useSavedCredentials", false).put("templateId", "Azure2Azure");
        pair(pair(credentials.putArray("credentials"), "CompanyId", target.id()), "AuthenticationType", "SyncPolicy");
        add(
                source,
                "Test the connection",
                "Asks whether the target lets this source in, before anything is saved. Nothing is left behind but an answer: 204, or the reason"
                        + " why not.",
                "Test it",
                call("POST", source, synchronization("/jobs/validateCredentials"), credentials),
                setup.tested() || setup.hasTarget(),
                setup.isConfigured() ? "" : "Create the configuration first.",
                new Fact("last test", setup.tested() ? "good" : "none that the journal tells of"));
    }

    private void job() {
        add(
                source,
                "Create a job",
                "A job of the template Azure2Azure reads the source and writes to the target. It brings its schema along: who is matched with"
                        + " whom, and which attribute goes where.",
                "Create it",
                call("POST", source, synchronization("/jobs"), Json.object().put("templateId", "Azure2Azure")),
                setup.hasJob(),
                setup.isConfigured() ? "" : "Create the configuration first.",
                Fact.of("job", setup.job().path("id")));
        ObjectNode secrets = Json.object();
        ArrayNode pairs = pair(secrets.putArray("value"), "AuthenticationType", "SyncPolicy");
        pair(pair(pairs, "CompanyId", target.id()), "SyncAll", "false");
        pair(pairs, "SyncNotificationSettings", "{\"Enabled\":false,\"DeleteThresholdEnabled\":false}");
        add(
                source,
                "Save where it leads",
                "What Graph calls secrets names the target tenant and the way into it: by the policies that were just opened. There is no"
                        + " password among them.",
                "Save",
                call("PUT", source, synchronization("/secrets"), secrets),
                setup.hasTarget(),
                setup.hasJob() ? "" : "Create the job first.",
                Fact.of("target", setup.job().path("target")));
    }

    private void person() {
        ObjectNode assignment = Json.object()
                .put("appRoleId", setup.configuration().at("/appRoles/0/id").asText())
                .put("resourceId", setup.configurationId())
                .put("principalId", setup.personId());
        add(
                source,
                "Assign " + setup.personName(),
                "Only who is assigned to the configuration is in scope, as long as SyncAll is false. Here it is one person; groups can be"
                        + " assigned as well.",
                "Assign",
                call(
                        "POST",
                        source,
                        "/v1.0/servicePrincipals/" + setup.configurationId() + "/appRoleAssignedTo",
                        assignment),
                setup.assigned(),
                !setup.isConfigured()
                        ? "Create the configuration first."
                        : setup.person().isMissingNode() ? "Choose somebody of the source first." : "",
                new Fact(setup.personName(), setup.assigned() ? "assigned" : "not assigned"));
        ObjectNode onDemand = Json.object();
        ObjectNode parameters = onDemand.putArray("parameters").addObject().put("ruleId", setup.rule());
        parameters
                .putArray("subjects")
                .addObject()
                .put("objectId", setup.personId())
                .put("objectTypeName", "User");
        add(
                source,
                "Provision on demand",
                "Goes the whole way for one person at once: import, scope, matching, export. The answer tells of each, so this is where to look"
                        + " when somebody does not arrive.",
                "Provision " + setup.personName(),
                call("POST", source, synchronization("/jobs/" + setup.jobId() + "/provisionOnDemand"), onDemand),
                setup.hasArrived(),
                !setup.hasTarget()
                        ? "Save where the job leads first."
                        : setup.assigned() ? "" : "Assign somebody first.",
                Fact.of("in the target", setup.arrived().path("userPrincipalName")));
    }

    private void cycle() {
        add(
                source,
                "Start the job",
                "From now on a cycle runs every 40 minutes of virtual time. The first reads everybody, the later ones what has changed since.",
                "Start",
                call("POST", source, synchronization("/jobs/" + setup.jobId() + "/start"), null),
                setup.isStarted(),
                setup.hasTarget() ? "" : "Save where the job leads first.",
                Fact.of("schedule", setup.job().path("schedule")),
                Fact.of("code", setup.job().path("code")));
        add(
                source,
                "Run a cycle",
                "Entra lets one wait; here a cycle runs when it is asked to. How it went stands in the last execution of the job and, person by"
                        + " person, in the provisioning log.",
                "Run now",
                call("POST", null, "/_tenantry/tenants/" + source.id() + "/jobs/" + setup.jobId() + "/run", null),
                setup.hasRun(),
                setup.isStarted() ? "" : "Start the job first.",
                Fact.of("last execution", setup.job().at("/lastExecution/state")),
                Fact.of("exported", setup.job().at("/lastExecution/countExported")));
    }

    private String synchronization(String rest) {
        return "/v1.0/servicePrincipals/" + setup.configurationId() + "/synchronization" + rest;
    }

    private static ObjectNode consent(String direction) {
        ObjectNode body = Json.object();
        body.putObject("automaticUserConsentSettings").put(direction, true);
        return body;
    }

    private static ArrayNode pair(ArrayNode pairs, String key, String value) {
        pairs.addObject().put("key", key).put("value", value);
        return pairs;
    }

    private static ApiCall call(String method, Choice.Party tenant, String url, JsonNode body) {
        return new ApiCall(method, tenant == null ? null : tenant.id(), url, body);
    }

    private void add(
            Choice.Party where,
            String title,
            String why,
            String label,
            ApiCall call,
            boolean done,
            String missing,
            Fact... facts) {
        steps.add(new Step(steps.size() + 1, title, why, where.name(), call, label, done, missing, List.of(facts)));
    }
}
