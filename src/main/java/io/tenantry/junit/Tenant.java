package io.tenantry.junit;

import com.fasterxml.jackson.databind.JsonNode;

/** A tenant of the server. */
public final class Tenant {
    private final TestServer server;
    private final JsonNode shown;

    Tenant(TestServer server, JsonNode shown) {
        this.server = server;
        this.shown = shown;
    }

    public String id() {
        return shown.get("id").asText();
    }

    /** Empty where it has none. */
    public String alias() {
        return shown.path("alias").asText("");
    }

    public String displayName() {
        return shown.get("displayName").asText();
    }

    public String initialDomain() {
        return shown.get("initialDomain").asText();
    }

    public Tokens tokens() {
        return new Tokens(server.control(), id());
    }

    /** As an application that may do everything, whatever time it is. */
    public Graph graph() {
        Tokens tokens = tokens();
        return new Graph(server.calls(), new Graph.Caller() {
            private String token = tokens.ofApplication();

            @Override
            public synchronized String token(boolean refused) {
                if (refused) {
                    token = tokens.ofApplication();
                }
                return token;
            }
        });
    }

    /** As who holds a token. */
    public Graph graph(String token) {
        return new Graph(server.calls(), refused -> token);
    }

    /** One cycle of a synchronization job now: its counters. */
    public JsonNode run(String jobId) {
        return server.control()
                .post("/tenants/" + id() + "/jobs/" + jobId + "/run")
                .ok();
    }

    boolean isCalled(String name) {
        return name.equals(alias()) || name.equalsIgnoreCase(id()) || name.equalsIgnoreCase(initialDomain());
    }

    @Override
    public String toString() {
        return alias().isEmpty() ? id() : alias();
    }
}
