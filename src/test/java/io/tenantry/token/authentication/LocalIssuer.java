package io.tenantry.token.authentication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tenantry.format.Json;
import io.tenantry.token.key.SigningIdentity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** Another identity provider on this machine. */
public final class LocalIssuer implements AutoCloseable {
    final AtomicInteger asked = new AtomicInteger();
    volatile SigningIdentity identity;
    volatile String kid = "idp-1";
    /** What its configuration says; null for what is right. */
    volatile String issuer;

    volatile String keysUrl;
    volatile int status = 200;
    volatile int padding;
    /** Whether it begins to answer and never ends. */
    volatile boolean stuck;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public LocalIssuer(SigningIdentity identity) throws IOException {
        this.identity = identity;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/idp/.well-known/openid-configuration", this::configuration);
        server.createContext("/idp/keys", this::keys);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/idp";
    }

    private void configuration(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        exchange.getResponseHeaders().add("Location", url() + "/keys");
        answer(
                exchange,
                Json.write(Json.object()
                        .put("issuer", issuer == null ? url() : issuer)
                        .put("jwks_uri", keysUrl == null ? url() + "/keys" : keysUrl)
                        .put("padding", "x".repeat(padding))));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RsaJsonWebKey key = new RsaJsonWebKey(identity.publicKey());
        key.setKeyId(kid);
        answer(exchange, new JsonWebKeySet(key).toJson());
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes();
        exchange.sendResponseHeaders(status, stuck ? body.length + 1 : body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body);
        if (stuck) {
            out.flush();
        } else {
            out.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
