package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Cases that are played against one server with the demo; at the end it is as healthy as before, and has logged no error. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerCases {
    static final String SOURCE = "5eed0001-fe12-4000-8000-0000fe120001";
    static final String LIV = "/v1.0/users/liv.aasen@fernholm.example";

    /** What tells of the inside: a frame of a stack, a class, the name of an exception. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [\\w.$]+\\(|\\b(java|javax|jakarta|io\\.(tenantry|quarkus|vertx|netty|smallrye)|org\\.(sqlite|postgresql|apache|jboss|yaml)"
                    + "|com\\.fasterxml)\\.\\w|Exception\\b|\\bStream(Read|Write)[A-Z]|SQLITE_");

    /** A code of Graph's that is called like one (field-findings.md §3). */
    private static final String GRAPHS_OWN = "\"code\":\"InvalidObjectTypeException\"";

    private static final String[] COLLECTIONS = {
        "users",
        "groups",
        "applications",
        "servicePrincipals",
        "directory/deletedItems/microsoft.graph.user",
        "policies/crossTenantAccessPolicy/partners",
        "auditLogs/directoryAudits"
    };

    PackagedServer server;
    Http source;

    /** Besides the data directory. */
    abstract String[] settings();

    @BeforeAll
    void start(@TempDir Path folder) {
        server = PackagedServer.start(folder.resolve("data"), settings());
        source = server.tenant("source");
    }

    @AfterAll
    void healthyAtTheEnd() {
        try (PackagedServer ending = server) {
            assertTrue(ending.healthy());
            assertFalse(ending.log().contains(" ERROR "), ending::log);
        }
    }

    /** Refused as a mistake of the client, and without a word of what is inside. */
    static Answer refused(Answer answer) {
        assertTrue(answer.status() >= 400 && answer.status() < 500, answer::toString);
        return closed(answer);
    }

    /** Whatever it is, it is no failure of the server and says nothing of what is inside. */
    static Answer closed(Answer answer) {
        assertTrue(answer.status() < 500, answer::toString);
        assertFalse(tellsOfTheInside(answer.body()), answer::toString);
        return answer;
    }

    public static boolean tellsOfTheInside(String text) {
        return INSIDE.matcher(text.replace(GRAPHS_OWN, "")).find();
    }

    /** How many of everything there are. */
    Map<String, Integer> inventory() throws IOException {
        Map<String, Integer> inventory = new TreeMap<>();
        for (String tenant : new String[] {"source", "target"}) {
            Http http = server.tenant(tenant);
            for (String collection : COLLECTIONS) {
                inventory.put(
                        tenant + " " + collection,
                        http.all("/v1.0/" + collection).size());
            }
        }
        JsonNode tenants = server.http().get("/_tenantry/tenants").expect(200).json();
        inventory.put("tenants", tenants.size());
        return inventory;
    }
}
