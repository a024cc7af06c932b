package io.tenantry.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** The server that a test talks to: where it is, for clients of your own. */
public final class TestServer {
    private final ServerProcess process;
    private final URI http;
    private final Control control;
    private String scenario = ScenarioFile.DEMO;

    private TestServer(ServerProcess process) {
        this.process = process;
        this.http = process.address();
        this.control = new Control(new Http(http, process));
    }

    static TestServer start() {
        return new TestServer(ServerProcess.start(ServerFile.find()));
    }

    /** Graph and the token service in plain text, in place of {@code https://graph.microsoft.com} and {@code https://login.microsoftonline.com}. */
    public URI http() {
        return http;
    }

    /** The same over TLS, under the certificate of {@link #authority()}. */
    public URI https() {
        return URI.create("https://" + http.getHost() + ":" + port("https"));
    }

    /** A proxy that leads Microsoft's names to the server. */
    public URI proxy() {
        return URI.create("http://" + http.getHost() + ":" + port("proxy"));
    }

    /** Certificate of the local authority, in PEM. */
    public String authority() {
        return control.get("/ca").expect(200).body();
    }

    private int port(String name) {
        JsonNode ports = control.get("/ports").ok();
        return ports.get(name).asInt();
    }

    Control control() {
        return control;
    }

    Http calls() {
        return new Http(http, process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean has(String other) {
        return scenario.equals(other);
    }

    /** The scenario as it is loaded, also where it is there already. */
    void load(String wanted) {
        if (has(wanted)) {
            control.post("/reset").expect(204);
        } else if (wanted.equals(ScenarioFile.DEMO)) {
            control.delete("/scenario").expect(204);
        } else {
            control.put("/scenario", wanted).expect(204);
        }
        scenario = wanted;
    }

    void keep(String snapshot) {
        control.post("/snapshots/" + snapshot).expect(201);
    }

    /** With the faults and the journal of no test before. */
    void restore(String snapshot) {
        control.post("/snapshots/" + snapshot + "/restore").expect(204);
        control.delete("/faults").expect(204);
        control.delete("/requests").expect(204);
    }
}
