package io.tenantry.odata.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The state of a delta query (directory.md §17): what was asked first, and how far it has come.
 *
 * @param tenant id of the tenant that gave it out
 * @param change number of the last change that the client has seen; while the first round goes on, the one at its beginning
 * @param position in the first round, empty before and after it
 * @param select of the first call
 * @param filter of the first call
 * @param issued when the token was given out
 */
public record DeltaToken(
        String tenant,
        String type,
        long change,
        Optional<Position> position,
        Optional<String> select,
        Optional<String> filter,
        Instant issued) {
    /** Seconds of the year 10000: no token comes from beyond. */
    private static final long END_OF_TIME = 253_402_300_800L;

    /**
     * How far the first round has come.
     *
     * @param after id of the last object that was shown whole
     * @param part id of the one behind it of which some members were shown, empty for none
     * @param member id of the last of them
     */
    public record Position(String after, String part, String member) {
        public static final Position BEGIN = after("");

        public static Position after(String id) {
            return new Position(id, "", "");
        }

        /** The member behind which an object goes on. */
        public String within(String id) {
            return id.equals(part) ? member : "";
        }
    }

    /** The first round goes on from here. */
    public DeltaToken at(Position next) {
        return new DeltaToken(tenant, type, change, Optional.of(next), select, filter, issued);
    }

    /** The first round is over; changes up to this one are known. */
    public DeltaToken tracking(long known) {
        return new DeltaToken(tenant, type, known, Optional.empty(), select, filter, issued);
    }

    public DeltaToken issued(Instant now) {
        return new DeltaToken(tenant, type, change, position, select, filter, now);
    }

    public String text() {
        ObjectNode json = Json.object();
        json.put("n", tenant).put("r", type).put("c", change).put("t", issued.getEpochSecond());
        position.ifPresent(p -> json.put("a", p.after()).put("p", p.part()).put("m", p.member()));
        select.ifPresent(s -> json.put("s", s));
        filter.ifPresent(f -> json.put("f", f));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /** Throws 400 for a text that is no token of this tenant and resource. */
    public static DeltaToken read(String text, String tenant, String type) {
        try {
            JsonNode json = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(text));
            if (json == null
                    || !tenant.equals(json.path("n").asText())
                    || !type.equals(json.path("r").asText())) {
                throw malformed();
            }
            return new DeltaToken(
                    tenant,
                    type,
                    number(json, "c", Long.MAX_VALUE),
                    text(json, "a")
                            .map(after -> new Position(
                                    after,
                                    json.path("p").asText(),
                                    json.path("m").asText())),
                    text(json, "s"),
                    text(json, "f"),
                    Instant.ofEpochSecond(number(json, "t", END_OF_TIME)));
        } catch (IllegalArgumentException | IOException e) {
            throw malformed();
        }
    }

    private static long number(JsonNode json, String name, long most) {
        JsonNode number = json.path(name);
        if (!number.canConvertToLong()
                || !number.isIntegralNumber()
                || number.longValue() < 0
                || number.longValue() > most) {
            throw malformed();
        }
        return number.longValue();
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).asText(null));
    }

    private static GraphError malformed() {
        return GraphError.badRequest("The delta token is malformed.");
    }
}
