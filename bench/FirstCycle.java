import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Sets up a synchronization of all users from {@code source} to {@code target} through Microsoft Graph, takes a snapshot {@code before}, and runs
 * one cycle with the clock standing still.
 *
 * <pre>java -cp 'target/quarkus-app/lib/main/*' FirstCycle.java PORT USERS SERVER</pre>
 *
 * Prints, parted by tabs, seconds, users/s and the users that the target then has of it, and the
 * seconds of CPU of the process SERVER. Fails unless the job says that it imported so many
 * users and exported all that are to be provisioned (a disabled user that never was in the target is not).
 */
public final class FirstCycle {
    private static final String TEMPLATE = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";
    private static final String SOURCE = "5a1de000-5eed-4a11-8d00-00000000a11d";
    private static final String TARGET = "b12c4000-5eed-4b12-8d00-00000000b12c";
    private static final String PARTNERS = "/v1.0/policies/crossTenantAccessPolicy/partners";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private String token;

    private FirstCycle(String port) {
        base = "http://127.0.0.1:" + port;
    }

    public static void main(String[] arguments) throws Exception {
        FirstCycle cycle = new FirstCycle(arguments[0]);
        cycle.freeze();
        String job = cycle.setUp();
        cycle.call("POST", "/_tenantry/snapshots/before", null);
        Duration cpu = cpu(arguments[2]);
        long began = System.nanoTime();
        cycle.call("POST", "/_tenantry/tenants/source/jobs/" + job + "/run", null);
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration took = cpu(arguments[2]).minus(cpu);
        long exported = cycle.exported(job, Long.parseLong(arguments[1]));
        System.out.printf("%.1f\t%.0f\t%d\t%.1f%n", seconds, exported / seconds, exported, took.toMillis() / 1e3);
    }

    private static Duration cpu(String process) {
        return ProcessHandle.of(Long.parseLong(process))
                .flatMap(each -> each.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private void freeze() throws Exception {
        String now = call("GET", "/_tenantry/clock", null).path("now").asText();
        call("PUT", "/_tenantry/clock", "{\"now\":\"" + now + "\",\"frozen\":true}");
    }

    private String principal;

    private String setUp() throws Exception {
        as(TARGET);
        call("POST", PARTNERS, "{\"tenantId\":\"" + SOURCE + "\"}");
        call("PATCH", PARTNERS + "/" + SOURCE, "{\"automaticUserConsentSettings\":{\"inboundAllowed\":true}}");
        call("PUT", PARTNERS + "/" + SOURCE + "/identitySynchronization", "{\"userSyncInbound\":{\"isSyncAllowed\":true}}");
        as(SOURCE);
        call("POST", PARTNERS, "{\"tenantId\":\"" + TARGET + "\"}");
        call("PATCH", PARTNERS + "/" + TARGET, "{\"automaticUserConsentSettings\":{\"outboundAllowed\":true}}");
        JsonNode made = call("POST", "/v1.0/applicationTemplates/" + TEMPLATE + "/instantiate", "{\"displayName\":\"Bench\"}");
        principal = "/v1.0/servicePrincipals/" + made.path("servicePrincipal").path("id").asText() + "/synchronization";
        call(
                "PUT",
                principal + "/secrets",
                "{\"value\":[{\"key\":\"AuthenticationType\",\"value\":\"SyncPolicy\"},{\"key\":\"CompanyId\",\"value\":\"" + TARGET
                        + "\"},{\"key\":\"SyncAll\",\"value\":\"true\"}]}");
        String job = call("POST", principal + "/jobs", "{\"templateId\":\"Azure2Azure\"}").path("id").asText();
        call("POST", principal + "/jobs/" + job + "/start", null);
        return job;
    }

    private long exported(String job, long users) throws Exception {
        JsonNode execution =
                call("GET", principal + "/jobs/" + job, null).path("status").path("lastExecution");
        long exported = execution.path("countExported").asLong();
        if (execution.path("countImported").asLong() != users
                || execution.path("countEntitledForProvisioning").asLong() != exported) {
            throw new IOException("not all users were exported: " + execution);
        }
        return exported;
    }

    private void as(String tenant) throws Exception {
        token = null;
        token = call("POST", "/_tenantry/tenants/" + tenant + "/tokens", "{}").path("access_token").asText();
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null && !path.startsWith("/_tenantry")) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }
}
