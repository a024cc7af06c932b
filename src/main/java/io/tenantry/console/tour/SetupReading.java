package io.tenantry.console.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Asks how far a synchronization is set up, in three rounds of calls: the later ones need what the earlier ones tell. */
final class SetupReading {
    private static final String PERSON = "$select=id,displayName,userPrincipalName";

    private final Reading reading;
    private final Choice choice;
    private final String source;
    private final String target;

    SetupReading(Reading reading, Choice choice) {
        this.reading = reading;
        this.choice = choice;
        source = choice.source().id();
        target = choice.target().id();
    }

    Setup read() {
        List<JsonNode> first = reading.all(List.of(
                partners(source, target),
                partners(target, source),
                ApiCall.control("/_tenantry/tenants/" + source + "/jobs"),
                ApiCall.graph(
                        source,
                        "/v1.0/servicePrincipals?$select=id,displayName,createdDateTime&$filter="
                                + filter("applicationTemplateId eq '" + HowTo.TEMPLATE + "'")),
                ApiCall.control("/_tenantry/requests?path=*/validateCredentials&status=204&top=1&tenant=" + source)));
        JsonNode job = job(first.get(2));
        String configuration = job.isMissingNode()
                ? unused(first.get(3).path("value"), first.get(2))
                : job.at("/servicePrincipal/id").asText();
        List<JsonNode> second = reading.all(second(configuration));
        JsonNode person = second.get(0).at("/value/0");
        JsonNode principal = second.size() > 1 ? second.get(1) : Setup.NOTHING;
        List<JsonNode> third = third(configuration, job, person);
        return new Setup(
                choice.with(person.path("id").asText()),
                first.get(0).at("/value/0"),
                first.get(1).at("/value/0"),
                principal,
                job,
                person,
                !third.isEmpty() && !third.get(0).path("value").isEmpty(),
                !first.get(4).path("requests").isEmpty(),
                rule(configuration, job),
                arrived(third));
    }

    private static ApiCall partners(String of, String partner) {
        return ApiCall.graph(
                of,
                "/v1.0/policies/crossTenantAccessPolicy/partners?$expand=identitySynchronization&$filter="
                        + filter("tenantId eq '" + partner + "'"));
    }

    /** The one that leads to the target, or else one that leads nowhere yet. */
    private JsonNode job(JsonNode jobs) {
        return first(
                jobs,
                job -> job.path("target").asText().equals(target),
                first(jobs, job -> job.path("target").isNull(), Setup.NOTHING));
    }

    /** A configuration that has no job yet; empty where there is none. */
    private static String unused(JsonNode configurations, JsonNode jobs) {
        return first(
                        configurations,
                        each -> first(
                                        jobs,
                                        job -> job.at("/servicePrincipal/id").equals(each.path("id")),
                                        Setup.NOTHING)
                                .isMissingNode(),
                        Setup.NOTHING)
                .path("id")
                .asText();
    }

    private static JsonNode first(JsonNode list, Predicate<JsonNode> which, JsonNode otherwise) {
        for (JsonNode each : list) {
            if (which.test(each)) {
                return each;
            }
        }
        return otherwise;
    }

    private List<ApiCall> second(String configuration) {
        String whom = choice.person().isEmpty()
                ? "accountEnabled eq true and userType eq 'Member'"
                : "id eq " + quoted(choice.person());
        List<ApiCall> calls = new ArrayList<>();
        calls.add(ApiCall.graph(source, "/v1.0/users?$top=1&" + PERSON + "&$filter=" + filter(whom)));
        if (!configuration.isEmpty()) {
            calls.add(ApiCall.graph(
                    source, "/v1.0/servicePrincipals/" + configuration + "?$select=id,displayName,appRoles"));
        }
        return calls;
    }

    /** Assignments of the person, and the entries of the log about it. */
    private List<JsonNode> third(String configuration, JsonNode job, JsonNode person) {
        List<ApiCall> calls = new ArrayList<>();
        String id = person.path("id").asText();
        if (!configuration.isEmpty() && !id.isEmpty()) {
            calls.add(ApiCall.graph(
                    source,
                    "/v1.0/users/" + id + "/appRoleAssignments?$filter=" + filter("resourceId eq " + configuration)));
        }
        if (!job.isMissingNode() && !id.isEmpty()) {
            calls.add(ApiCall.graph(
                    source,
                    "/v1.0/auditLogs/provisioning?$top=1&$orderby="
                            + filter("activityDateTime desc")
                            + "&$filter="
                            + filter("jobId eq '" + job.path("id").asText() + "' and sourceIdentity/id eq '" + id
                                    + "' and provisioningStatusInfo/status eq 'success'")));
        }
        return reading.all(calls);
    }

    private JsonNode arrived(List<JsonNode> third) {
        String id = third.size() < 2
                ? ""
                : third.get(1).at("/value/0/targetIdentity/id").asText("");
        return id.isEmpty()
                ? Setup.NOTHING
                : reading.graph(target, "/v1.0/users?" + PERSON + "&$filter=" + filter("id eq " + quoted(id)))
                        .at("/value/0");
    }

    /** A schema is long: it is read where its rule is shown. */
    private String rule(String configuration, JsonNode job) {
        boolean shown = choice.step().isEmpty() || choice.step().equals(HowTo.ON_DEMAND);
        return shown && !job.isMissingNode()
                ? reading.graph(
                                source,
                                "/v1.0/servicePrincipals/" + configuration + "/synchronization/jobs/"
                                        + UrlText.encoded(job.path("id").asText()) + "/schema")
                        .at("/synchronizationRules/0/id")
                        .asText()
                : "";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String filter(String text) {
        return UrlText.encoded(text);
    }
}
