import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;

/** The synchronization of all users from {@code source} to {@code target}, set up through Microsoft Graph; its cycles run only when told to. */
final class Synchronization {
    private static final String TEMPLATE = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";
    private static final String PARTNERS = "/v1.0/policies/crossTenantAccessPolicy/partners";

    private final Graph graph;
    private final String source;
    private String principal;
    private String job;

    private Synchronization(Graph graph, String source) {
        this.graph = graph;
        this.source = source;
    }

    static Duration cpu(String process) {
        return ProcessHandle.of(Long.parseLong(process))
                .flatMap(each -> each.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    static void freeze(Graph graph) throws Exception {
        String now = graph.call("GET", "/_tenantry/clock", null).path("now").asText();
        graph.call("PUT", "/_tenantry/clock", "{\"now\":\"" + now + "\",\"frozen\":true}");
    }

    /** Leaves {@code graph} as a caller of the source. */
    static Synchronization setUp(Graph graph) throws Exception {
        return setUp(graph, Graph.SOURCE);
    }

    /** Into {@code target}, too, from a tenant of one's own. */
    static Synchronization setUp(Graph graph, String source) throws Exception {
        graph.as(Graph.TARGET);
        graph.call("POST", PARTNERS, "{\"tenantId\":\"" + source + "\"}");
        graph.call("PATCH", PARTNERS + "/" + source, "{\"automaticUserConsentSettings\":{\"inboundAllowed\":true}}");
        graph.call("PUT", PARTNERS + "/" + source + "/identitySynchronization", "{\"userSyncInbound\":{\"isSyncAllowed\":true}}");
        graph.as(source);
        graph.call("POST", PARTNERS, "{\"tenantId\":\"" + Graph.TARGET + "\"}");
        graph.call("PATCH", PARTNERS + "/" + Graph.TARGET, "{\"automaticUserConsentSettings\":{\"outboundAllowed\":true}}");
        JsonNode made = graph.call("POST", "/v1.0/applicationTemplates/" + TEMPLATE + "/instantiate", "{\"displayName\":\"Bench\"}");
        return started(graph, source, made.path("servicePrincipal").path("id").asText());
    }

    private static Synchronization started(Graph graph, String source, String id) throws Exception {
        Synchronization made = new Synchronization(graph, source);
        made.principal = "/v1.0/servicePrincipals/" + id + "/synchronization";
        graph.call(
                "PUT",
                made.principal + "/secrets",
                "{\"value\":[{\"key\":\"AuthenticationType\",\"value\":\"SyncPolicy\"},{\"key\":\"CompanyId\",\"value\":\"" + Graph.TARGET
                        + "\"},{\"key\":\"SyncAll\",\"value\":\"true\"}]}");
        made.job = graph.call("POST", made.principal + "/jobs", "{\"templateId\":\"Azure2Azure\"}").path("id").asText();
        graph.call("POST", made.principal + "/jobs/" + made.job + "/start", null);
        return made;
    }

    /** The one that {@link #setUp} left in a store that was kept. */
    static Synchronization found(Graph graph) throws Exception {
        graph.as(Graph.SOURCE);
        Synchronization found = new Synchronization(graph, Graph.SOURCE);
        String id = graph.call("GET", "/v1.0/servicePrincipals?$filter=displayName%20eq%20'Bench'", null).path("value").findValues("id").stream()
                .map(JsonNode::asText)
                .filter(each -> found.holdsJob(each))
                .findFirst()
                .orElseThrow(() -> new IOException("the store holds no job; remove its folder"));
        found.principal = "/v1.0/servicePrincipals/" + id + "/synchronization";
        return found;
    }

    private boolean holdsJob(String id) {
        try {
            job = graph.call("GET", "/v1.0/servicePrincipals/" + id + "/synchronization/jobs", null).at("/value/0/id").asText();
            return !job.isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page of the plan; {@code query} begins with a question mark or is empty. */
    JsonNode plan(String query) throws Exception {
        return graph.call("POST", "/_tenantry/tenants/" + source + "/jobs/" + job + "/plan" + query, null);
    }

    /** Lets every user of the target have another value of this attribute of the source. */
    void mapAnew(String attribute, String expression) throws Exception {
        String path = principal + "/jobs/" + job + "/schema";
        JsonNode schema = graph.call("GET", path, null);
        for (JsonNode each : schema.findValues("attributeMappings").get(0)) {
            if (each.path("targetAttributeName").asText().equals(attribute)) {
                ((ObjectNode) each)
                        .set("source", graph.call("POST", path + "/parseExpression", Graph.JSON.createObjectNode().put("expression", expression).toString())
                                .path("parsedExpression"));
            }
        }
        graph.call("PUT", path, schema.toString());
    }

    void cycle() throws Exception {
        graph.call("POST", "/_tenantry/tenants/" + source + "/jobs/" + job + "/run", null);
    }

    JsonNode lastExecution() throws Exception {
        return graph.call("GET", principal + "/jobs/" + job, null).path("status").path("lastExecution");
    }
}
