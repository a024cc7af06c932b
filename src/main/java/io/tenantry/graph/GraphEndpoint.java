package io.tenantry.graph;

import io.smallrye.common.annotation.Blocking;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Ids;
import io.tenantry.time.VirtualClock;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The one route of Microsoft Graph. */
@Path("/{version:v1\\.0|beta}{path:(/.*)?}")
@Blocking
public class GraphEndpoint {
    /** Larger than any body Graph takes in our families. */
    private static final int MAX_BODY = 4 * 1024 * 1024;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final GraphPipeline pipeline;
    private final Batch batch;
    private final VirtualClock clock;

    GraphEndpoint(GraphPipeline pipeline, Batch batch, VirtualClock clock) {
        this.pipeline = pipeline;
        this.batch = batch;
        this.clock = clock;
    }

    @GET
    public Response get(@Context HttpServerRequest http) throws IOException {
        return answer(http, InputStream.nullInputStream());
    }

    @POST
    public Response post(@Context HttpServerRequest http, InputStream body) throws IOException {
        return answer(http, body);
    }

    @PATCH
    public Response patch(@Context HttpServerRequest http, InputStream body) throws IOException {
        return answer(http, body);
    }

    @PUT
    public Response put(@Context HttpServerRequest http, InputStream body) throws IOException {
        return answer(http, body);
    }

    @DELETE
    public Response delete(@Context HttpServerRequest http) throws IOException {
        return answer(http, InputStream.nullInputStream());
    }

    @HEAD
    public Response head(@Context HttpServerRequest http) throws IOException {
        return answer(http, InputStream.nullInputStream());
    }

    @OPTIONS
    public Response options(@Context HttpServerRequest http) throws IOException {
        return answer(http, InputStream.nullInputStream());
    }

    private Response answer(HttpServerRequest http, InputStream body) throws IOException {
        String requestId = Ids.random();
        String sent = http.getHeader("client-request-id");
        String clientRequestId = sent == null || sent.isBlank() ? requestId : sent;
        byte[] bytes = body.readNBytes(MAX_BODY + 1);
        GraphResponse response = bytes.length > MAX_BODY
                ? ErrorBody.of(tooLarge(), clock.now(), requestId, clientRequestId)
                : answer(request(http, bytes), requestId, clientRequestId);
        return toResponse(Compression.of(response, http.getHeader("Accept-Encoding")), requestId, clientRequestId);
    }

    private static GraphError tooLarge() {
        return GraphError.of(413, "RequestEntityTooLarge", "The request body is larger than " + MAX_BODY + " bytes.");
    }

    private GraphResponse answer(GraphRequest request, String requestId, String clientRequestId) {
        if (CrossOrigin.asked(request)) {
            return CrossOrigin.allowed(request);
        }
        return Batch.isCalled(request)
                ? batch.answer(request, requestId, clientRequestId)
                : pipeline.answer(request, requestId, clientRequestId);
    }

    private static GraphRequest request(HttpServerRequest http, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        http.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        String path = http.path();
        int version = path.indexOf('/', 1);
        String behind = version < 0 ? "" : path.substring(version);
        return new GraphRequest(
                http.method().name(),
                path.startsWith("/beta") ? "beta" : "v1.0",
                withoutOrganization(behind),
                http.query(),
                headers,
                body,
                http.scheme() + "://" + http.authority());
    }

    /** {@code /v1.0/myorganization/…} is the same as without it (clients.md §7). */
    private static String withoutOrganization(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith("/myorganization/")
                ? path.substring("/myorganization".length())
                : path;
    }

    private Response toResponse(GraphResponse response, String requestId, String clientRequestId) {
        Response.ResponseBuilder builder = Response.status(response.status()).header("Date", DATE.format(clock.now()));
        response.headers().forEach(builder::header);
        CrossOrigin.HEADERS.forEach(builder::header);
        CommonHeaders.add(builder, requestId, clientRequestId);
        if (response.body().length > 0) {
            builder.entity(response.body());
        }
        return builder.build();
    }
}
