package io.tenantry.token.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Fetches an issuer's configuration and keys (OpenID Connect Discovery), in bounded time and memory; redirects are not followed. */
@Singleton
class IssuerDocuments {
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final int LARGEST = 256 * 1024;

    private final Vertx vertx;
    private HttpClient client;

    IssuerDocuments(Vertx vertx) {
        this.vertx = vertx;
    }

    List<JsonWebKey> keys(String issuer) throws UnreachableIssuer {
        boolean local = IssuerUrl.isLocal(issuer);
        String root = issuer.endsWith("/") ? issuer : issuer + "/";
        JsonNode configuration = document(root + ".well-known/openid-configuration", local);
        if (!configuration.path("issuer").asText().equals(issuer)) {
            throw new UnreachableIssuer("its configuration is that of another issuer");
        }
        JsonNode keys = document(configuration.path("jwks_uri").asText(), local);
        try {
            return new JsonWebKeySet(Json.write(keys)).getJsonWebKeys();
        } catch (JoseException e) {
            throw new UnreachableIssuer("its keys cannot be read");
        }
    }

    private JsonNode document(String url, boolean local) throws UnreachableIssuer {
        String text = await(CompletableFuture.supplyAsync(() -> resolved(url, local))
                        .thenCompose(address -> fetched(address).toCompletionStage()))
                .toString();
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new UnreachableIssuer("its documents are no JSON");
        }
    }

    /** A name resolver may take long, too. */
    private static IssuerUrl resolved(String url, boolean local) {
        try {
            return IssuerUrl.of(url, local);
        } catch (UnreachableIssuer e) {
            throw new CompletionException(e);
        }
    }

    private static Buffer await(CompletableFuture<Buffer> document) throws UnreachableIssuer {
        try {
            return document.get(LONGEST.toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnreachableIssuer known
                    ? known
                    : new UnreachableIssuer(e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new UnreachableIssuer("it takes too long to answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableIssuer("the server is going down");
        }
    }

    private Future<Buffer> fetched(IssuerUrl address) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(
                        address.port(), address.server().getHostAddress()))
                .setHost(address.url().getHost())
                .setPort(address.port())
                .setSsl(address.secure())
                .setURI(address.target())
                .putHeader("Accept", "application/json")
                .setConnectTimeout(LONGEST.toMillis());
        return client().request(options).compose(this::answer);
    }

    private Future<Buffer> answer(HttpClientRequest request) {
        Promise<Buffer> whole = Promise.promise();
        long timer = vertx.setTimer(
                LONGEST.toMillis(), late -> whole.tryFail(new UnreachableIssuer("it takes too long to answer")));
        request.send().onFailure(whole::tryFail).onSuccess(response -> read(response, whole));
        return whole.future().onComplete(done -> vertx.cancelTimer(timer)).onFailure(failure -> request.reset());
    }

    private static void read(HttpClientResponse response, Promise<Buffer> whole) {
        response.exceptionHandler(whole::tryFail);
        if (response.statusCode() != 200) {
            whole.tryFail(new UnreachableIssuer("it answers " + response.statusCode()));
            return;
        }
        Buffer read = Buffer.buffer();
        response.endHandler(end -> whole.tryComplete(read));
        response.handler(chunk -> {
            if (read.length() + chunk.length() > LARGEST) {
                whole.tryFail(new UnreachableIssuer("its documents are too large"));
            } else {
                read.appendBuffer(chunk);
            }
        });
    }

    /** Made when it is needed: most servers meet no other issuer. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
        }
        return client;
    }
}
