package io.tenantry.packaged.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bodies that are not what they say, too large, too deep, or no JSON; none of them may be written. */
final class Bodies implements Attack {
    private static final List<String> WRITES = List.of(
            "POST /v1.0/users",
            "PATCH /v1.0/users/%ID%",
            "POST /v1.0/groups",
            "POST /beta/applications",
            "POST /v1.0/$batch",
            "POST /v1.0/invitations",
            "PUT /v1.0/users/%ID%/manager/$ref",
            "PATCH /v1.0/policies/crossTenantAccessPolicy/default");
    private static final List<String> DAMAGED = List.of(
            "{",
            "[]",
            "1",
            "\"text\"",
            "{} x",
            "{'a':1}",
            "{\"a\":1e999999999}",
            "{\"displayName\":\"\\ud800\"}",
            "{\"displayName\":\"a\\u0000b\"}",
            "{\"displayName\":{\"displayName\":{}}}",
            "{\"DisplayName\":[{}]}",
            "{\"members@odata.bind\":\"x\"}",
            "\uFEFF",
            "<a/>",
            "");
    private static final List<String> ENCODINGS =
            List.of("gzip", "deflate", "br", "zstd", "gzip, gzip", "x-unknown", "\"gzip\"");
    private static final int DEEP = 100_000;
    private static final int LARGE = 6 << 20;

    private final HostileWorld world;

    Bodies(HostileWorld world) {
        this.world = world;
    }

    @Override
    public Hostile next(Random random) {
        String[] write =
                Attack.pick(random, WRITES).replace("%ID%", world.user()).split(" ");
        Request request = Request.of(write[0], write[1]).bearer(world.source().token());
        return switch (random.nextInt(12)) {
            case 0 -> Hostile.refused("deep body", request.json("{\"a\":".repeat(random.nextInt(DEEP) + 2000)));
            case 1 -> large(random, request);
            case 2, 3 ->
                Hostile.refused(
                        "coding that does not fit",
                        request.with("Content-Encoding: " + Attack.pick(random, ENCODINGS))
                                .json("{\"jobTitle\":\"plain\",\"displayName\":\"plain\"}"));
            case 4 ->
                Hostile.refused("bomb", request.with("Content-Encoding: gzip").body("application/json", packed(LARGE)));
            case 5 ->
                Hostile.refused(
                        "half of a packed body",
                        request.with("Content-Encoding: gzip").body("application/json", half(packed(4000))));
            default -> Hostile.refused("damaged body", request.json(Attack.pick(random, DAMAGED)));
        };
    }

    /** Large bodies are refused while they are sent: the connection may end before the answer is read. */
    private static Hostile large(Random random, Request request) {
        byte[] text = new byte[LARGE + random.nextInt(1000)];
        Arrays.fill(text, (byte) 'a');
        return Hostile.refusedOrEnded(
                "large body", request.body("application/json", text).wire());
    }

    private static byte[] packed(int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(("{\"jobTitle\":\"" + "a".repeat(size) + "\"}").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
