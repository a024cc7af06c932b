package io.tenantry.packaged.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Requests that are no HTTP, or only half of it, or that say two things at once. */
final class Framing implements Attack {
    private static final String JSON = "{\"jobTitle\":\"written by half a request\"}";
    private static final List<String> LENGTHS = List.of(
            "Content-Length: 4000000\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 38\r\nContent-Length: 39\r\n",
            "Content-Length: 38, 39\r\n",
            "Content-Length: x\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: identity\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Expect: 100-continue\r\nContent-Length: 4000000\r\n",
            "Expect: 200-ok\r\nContent-Length: 4000000\r\n");
    private static final List<String> CHUNKS =
            List.of("", "ZZ\r\n", "-1\r\n", "ffffffffffffffff\r\n", "5;" + "x".repeat(9000), "5\r\n{\"a\"");
    private static final List<String> HEADS = List.of(
            "Host: localhost\r\n",
            "Host: evil.example\r\n",
            "Host :localhost\r\n",
            " folded: line\r\n",
            "No-Colon\r\n",
            "Nul: a\0b\r\n",
            "Bare: a\rb\r\n",
            ": nameless\r\n",
            "X-Many: a\r\n".repeat(5000),
            "X-Long: " + "a".repeat(70_000) + "\r\n");
    private static final List<String> LINES = List.of(
            "GET",
            "GET /v1.0/users",
            "GET  /v1.0/users HTTP/1.1",
            "\0\0\0",
            "GET /v1.0/users HTTP/9.9",
            "GET /v1.0/users HTTP/1.7",
            "GET /v1.0/users\t HTTP/1.1",
            "PRI * HTTP/2.0",
            "\u0016\u0003\u0001\u0002",
            "GET /" + "a".repeat(70_000) + " HTTP/1.1");

    private final HostileWorld world;

    Framing(HostileWorld world) {
        this.world = world;
    }

    @Override
    public Hostile next(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                Request request = patch().with("Content-Type: application/json");
                byte[] body = (random.nextBoolean()
                                ? Attack.pick(random, CHUNKS)
                                : JSON.substring(0, random.nextInt(JSON.length() - 1)))
                        .getBytes(ISO_8859_1);
                yield Hostile.refusedOrEnded(
                        "body that does not fit its length",
                        Hostile.joined(request.head(Attack.pick(random, LENGTHS)), body));
            }
            case 1 -> Hostile.refusedOrEnded("head that is none", patch().head(Attack.pick(random, HEADS)));
            default ->
                Hostile.refusedOrEnded(
                        "first line that is none", (Attack.pick(random, LINES) + "\r\n\r\n").getBytes(ISO_8859_1));
        };
    }

    private Request patch() {
        return Request.of("PATCH", "/v1.0/users/" + world.user())
                .bearer(world.source().token());
    }
}
