package io.tenantry.console.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the map shows.
 *
 * @param more how many tenants there are besides
 */
public record World(List<TenantNode> tenants, List<Relation> relations, List<JobArrow> jobs, int more) {
    /** As many as are readable. */
    private static final int MOST_TENANTS = 20;

    private static final int CALLS = 5;
    private static final String USERS = "/v1.0/users?$count=true&$top=1&$select=id";
    private static final String EXTERNAL =
            "&$filter=" + UrlText.encoded("userType eq 'Guest' or creationType eq 'Invitation'");
    // the policies of groups are in beta only
    private static final String POLICY = "/beta/policies/crossTenantAccessPolicy";

    static World read(Reading reading) {
        JsonNode all = reading.control("/_tenantry/tenants");
        List<JsonNode> drawn = StreamSupport.stream(all.spliterator(), false)
                .limit(MOST_TENANTS)
                .toList();
        List<JsonNode> answers = reading.all(calls(drawn));
        List<Policies> policies = new ArrayList<>();
        List<List<JsonNode>> jobs = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            List<JsonNode> of = answers.subList(i * CALLS, (i + 1) * CALLS);
            TenantNode node = TenantNode.of(drawn.get(i), count(of.get(0)), count(of.get(1)));
            policies.add(Policies.of(node, of.get(2), of.get(3)));
            List<JsonNode> its = new ArrayList<>();
            of.get(4).forEach(its::add);
            jobs.add(its);
        }
        return of(policies, jobs, all.size() - drawn.size());
    }

    /** {@value #CALLS} for each tenant. */
    private static List<ApiCall> calls(List<JsonNode> tenants) {
        String ids = tenants.stream()
                .map(tenant -> "'" + tenant.path("id").asText() + "'")
                .collect(Collectors.joining(","));
        String partners = POLICY + "/partners?$select=tenantId,automaticUserConsentSettings"
                + "&$expand=identitySynchronization&$filter=" + UrlText.encoded("tenantId in (" + ids + ")");
        List<ApiCall> calls = new ArrayList<>();
        for (JsonNode tenant : tenants) {
            String id = tenant.path("id").asText();
            calls.add(ApiCall.graph(id, USERS));
            calls.add(ApiCall.graph(id, USERS + EXTERNAL));
            calls.add(ApiCall.graph(id, POLICY + "/default?$select=automaticUserConsentSettings"));
            calls.add(ApiCall.graph(id, partners));
            calls.add(ApiCall.control("/_tenantry/tenants/" + id + "/jobs"));
        }
        return calls;
    }

    private static long count(JsonNode page) {
        return page.path("@odata.count").asLong();
    }

    private static World of(List<Policies> policies, List<List<JsonNode>> jobsOfEach, int more) {
        List<TenantNode> tenants = policies.stream().map(Policies::tenant).toList();
        List<JobArrow> jobs = new ArrayList<>();
        for (int i = 0; i < tenants.size(); i++) {
            for (JsonNode job : jobsOfEach.get(i)) {
                jobs.add(new JobArrow(
                        tenants.get(i), find(tenants, job.path("target").asText()), job));
            }
        }
        return new World(tenants, relations(policies, jobs), List.copyOf(jobs), more);
    }

    private static Optional<TenantNode> find(List<TenantNode> tenants, String id) {
        return tenants.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static List<Relation> relations(List<Policies> policies, List<JobArrow> jobs) {
        List<Relation> relations = new ArrayList<>();
        for (Policies source : policies) {
            for (Policies target : policies) {
                if (source != target && areRelated(source, target, jobs)) {
                    relations.add(Relation.of(source, target));
                }
            }
        }
        return relations;
    }

    private static boolean areRelated(Policies one, Policies other, List<JobArrow> jobs) {
        return one.knows(other.tenant())
                || other.knows(one.tenant())
                || jobs.stream()
                        .anyMatch(job -> job.from() == one.tenant()
                                && job.to().filter(other.tenant()::equals).isPresent());
    }

    public long running() {
        return jobs.stream().filter(JobArrow::running).count();
    }

    public long inQuarantine() {
        return jobs.stream().filter(job -> job.state().equals("Quarantine")).count();
    }

    public boolean isAlone() {
        return tenants.size() == 1 && isUnconnected();
    }

    /** Whether nothing connects the tenants yet. */
    public boolean isUnconnected() {
        return relations.isEmpty() && jobs.isEmpty();
    }
}
