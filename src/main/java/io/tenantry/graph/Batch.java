package io.tenantry.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.fault.PartFaults;
import io.tenantry.format.Json;
import io.tenantry.graph.message.ErrorResponse;
import io.tenantry.graph.message.GraphRequest;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.graph.pipeline.GraphPipeline;
import io.tenantry.odata.body.BodyReader;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** {@code $batch}: up to 20 requests, each through the same pipeline as one of its own (odata-protocol.md §14). */
@ApplicationScoped
public class Batch {
    private static final int MOST = 20;
    private static final long MOST_BYTES = 16 << 20;
    /** Of all batches that are being answered. */
    private static final long MOST_BYTES_TOGETHER = 64 << 20;
    /** What usually stands around the body of a part. */
    private static final int PART_SIZE = 512;

    private final GraphPipeline pipeline;
    private final VirtualClock clock;
    private final AtomicLong bytesTogether = new AtomicLong();

    Batch(GraphPipeline pipeline, VirtualClock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    GraphResponse answer(GraphRequest request, PartFaults faults) {
        try {
            pipeline.requireToken(request);
            return GraphResponse.json(200, "application/json", answers(parts(request), request, faults));
        } catch (GraphError e) {
            return ErrorResponse.of(e, clock.now(), request);
        }
    }

    private byte[] answers(List<BatchPart> parts, GraphRequest batch, PartFaults faults) {
        Map<String, GraphResponse> responses = new HashMap<>();
        int bytes = 0;
        try {
            for (BatchPart part : parts) {
                GraphResponse response = obstacle(part, responses, bytes)
                        .map(error -> ErrorResponse.of(error, clock.now(), batch))
                        .orElseGet(() -> answer(part, batch, faults));
                bytes += response.body().length;
                bytesTogether.addAndGet(response.body().length);
                responses.put(part.key(), response);
            }
            return written(parts, responses, bytes);
        } finally {
            bytesTogether.addAndGet(-bytes);
        }
    }

    /** Why a part is not even tried: one that it depends on failed, or the answer is as large as it may be; it can be sent again by itself. */
    private Optional<GraphError> obstacle(BatchPart part, Map<String, GraphResponse> responses, long bytes) {
        if (part.dependsOn().stream().anyMatch(id -> responses.get(id).status() >= 400)) {
            return Optional.of(failedDependency());
        }
        return bytes <= MOST_BYTES && (bytes == 0 || bytesTogether.get() <= MOST_BYTES_TOGETHER)
                ? Optional.empty()
                : Optional.of(new GraphError(
                        429,
                        "TooManyRequests",
                        "The answers to the batch have become too large; send this request again.",
                        List.of(),
                        Map.of("Retry-After", "1")));
    }

    private GraphResponse answer(BatchPart part, GraphRequest batch, PartFaults faults) {
        try {
            GraphRequest request = part.within(batch);
            return faults.meet(request.method(), request.address().whole(), request.header("authorization"))
                    .map(fault -> ErrorResponse.of(InjectedErrors.of(fault), clock.now(), batch))
                    .orElseGet(() -> pipeline.answer(request));
        } catch (GraphError e) {
            return ErrorResponse.of(e, clock.now(), batch);
        }
    }

    private static GraphError failedDependency() {
        return GraphError.of(424, "FailedDependency", "A request that this request depends on has failed.");
    }

    private static List<BatchPart> parts(GraphRequest request) {
        if (!request.method().equals("POST")) {
            throw GraphError.methodNotAllowed();
        }
        JsonNode requests = BodyReader.object(request.body(), request.header("content-type"))
                .path("requests");
        if (!requests.isArray()) {
            throw GraphError.malformed("Invalid batch payload format.");
        }
        if (requests.size() > MOST) {
            throw GraphError.malformed("Number of batch request steps exceeds the maximum value of " + MOST + ".");
        }
        List<BatchPart> parts = new ArrayList<>();
        Set<String> earlier = new HashSet<>();
        for (JsonNode each : requests) {
            BatchPart part = BatchPart.of(each);
            if (!earlier.containsAll(part.dependsOn())) {
                throw BatchPart.invalidDependency(part.id());
            }
            if (!earlier.add(part.key())) {
                throw GraphError.malformed("Request Id '" + part.id() + "' is not unique in the batch.");
            }
            parts.add(part);
        }
        requireSequenceOrNone(parts);
        return parts;
    }

    private static void requireSequenceOrNone(List<BatchPart> parts) {
        long dependent = parts.stream().filter(p -> !p.dependsOn().isEmpty()).count();
        if (dependent != 0 && dependent != parts.size() - 1) {
            throw GraphError.malformed("Batch should be either fully sequential or fully parallel.");
        }
    }

    private static byte[] written(List<BatchPart> parts, Map<String, GraphResponse> responses, int bodies) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(bodies + parts.size() * PART_SIZE);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("responses");
            for (BatchPart part : parts) {
                write(json, bytes, part, responses.get(part.key()));
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, OutputStream bytes, BatchPart part, GraphResponse response)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", part.id());
        json.writeNumberField("status", response.status());
        json.writeObjectFieldStart("headers");
        json.writeStringField("Cache-Control", "no-cache");
        if (!response.headers().containsKey("x-ms-resource-unit")) {
            json.writeStringField("x-ms-resource-unit", "1");
        }
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        if (response.body().length > 0) {
            json.writeFieldName("body");
            if (response.headers().getOrDefault("Content-Type", "").contains("json")) {
                json.writeRawValue(""); // it is JSON already
                json.flush();
                bytes.write(response.body());
            } else {
                json.writeString(new String(response.body(), StandardCharsets.UTF_8));
            }
        }
        json.writeEndObject();
    }
}
