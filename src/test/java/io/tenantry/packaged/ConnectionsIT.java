package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send half, do not read, or send what is no HTTP: they wait, or are ended, and nobody else notices. */
@Tag("alone")
class ConnectionsIT extends ServerCases {
    private static final Duration REQUEST_TIME = Duration.ofSeconds(3);
    private static final Duration WATCHED = Duration.ofMillis(1500);
    private static final Duration ENDED = Duration.ofSeconds(20);
    private static final int MANY = Integer.getInteger("tenantry.connections", 300);
    /** Bytes of a body that were sent: of all connections together more than the server has memory for. */
    private static final int LARGE = 2_000_000;

    private static final int SMALL = 30_000;

    private String user;
    private SteadyClient steady;

    @Override
    String[] settings() {
        return new String[] {"tenantry.http.request-time=" + REQUEST_TIME.toSeconds() + "S"};
    }

    @BeforeAll
    void begin() throws IOException {
        user = "/v1.0/users/" + source.get(LIV).expect(200).text("id");
        steady = new SteadyClient(source, user);
        steady.worstDuring(WATCHED);
    }

    private void nobodyElseNotices() {
        assertThat(steady.worstDuring(WATCHED), lessThan(server.patience(Duration.ofSeconds(1))));
    }

    // ---- half-sent

    @Test
    void manyHalfSentBodiesWithATokenAreEnded() throws IOException {
        areEnded(
                everyItem(matchesPattern("HTTP/1.1 (408|503) .*")),
                halfSent(withToken("POST /v1.0/users HTTP/1.1\nContent-Length: 4194304"), LARGE),
                halfSent(withToken("POST /v1.0/$batch HTTP/1.1\nTransfer-Encoding: chunked\n\n200000"), LARGE),
                halfSent(
                        withToken("POST /v1.0/users HTTP/1.1\nContent-Length: 4194304\nContent-Encoding: gzip"), LARGE),
                halfSent(withToken("PATCH /beta/users/x HTTP/1.1\nContent-Length: 60000"), SMALL));
    }

    private String withToken(String request) {
        return request.replaceFirst(
                "\n", "\nContent-Type: application/json\nAuthorization: Bearer " + source.token() + "\n");
    }

    @Test
    void aBodyWithoutATokenIsNotWaitedFor() throws IOException {
        String rest = " HTTP/1.1\nContent-Type: application/json\nContent-Length: 4194304";
        areEnded(
                is(List.of("HTTP/1.1 401 Unauthorized")),
                halfSent("POST /v1.0/users" + rest, LARGE),
                halfSent("POST /beta/$batch" + rest, LARGE));
    }

    @Test
    void halfSentFormsAndCallsAreEnded() throws IOException {
        String rest = " HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 60000";
        areEnded(
                everyItem(matchesPattern("HTTP/1.1 (408|503) .*")),
                halfSent("POST /" + SOURCE + "/oauth2/v2.0/token" + rest, SMALL),
                halfSent("POST /_tenantry/tenants/source/tokens" + rest, SMALL),
                halfSent("PUT /_tenantry/scenario" + rest, SMALL));
    }

    @Test
    void halfSentHeadsAreEnded() throws IOException {
        try (HalfSent nothing = new HalfSent(server.port(), MANY, new byte[0])) { // may stay
            areEnded(
                    everyItem(is("HTTP/1.1 408 Request Timeout")),
                    "GET".getBytes(ISO_8859_1),
                    "GET /v1.0/users HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".getBytes(ISO_8859_1));
        }
    }

    @Test
    void headsOfManyHeadersAreRefusedBeforeTheyAreWhole() throws IOException {
        String head = "GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(2000);
        areEnded(
                is(List.of("HTTP/1.1 431 Request Header Fields Too Large")),
                head.getBytes(ISO_8859_1),
                ("\r\n\r\n" + head).getBytes(ISO_8859_1),
                ("\r\n" + head).getBytes(ISO_8859_1));
    }

    /** @param head method and path in the first line */
    private static byte[] halfSent(String head, int begun) {
        String whole = head.replaceFirst("\n", "\nHost: localhost\n").replace("\n", "\r\n");
        return (whole + "\r\n\r\n{" + " ".repeat(begun)).getBytes(ISO_8859_1);
    }

    /** All kinds at the same time. */
    private void areEnded(Matcher<? super List<String>> statuses, byte[]... kinds) throws IOException {
        try (HalfSent.Kinds many = new HalfSent.Kinds(server.port(), MANY, kinds)) {
            nobodyElseNotices();
            for (HalfSent each : many.kinds()) {
                assertTrue(each.areEndedWithin(ENDED), () -> "open still: " + each);
                assertThat(each.toString(), each.statuses(), statuses);
            }
        }
    }

    // ---- unread

    @Test
    void requestsSentAheadOfAnswersThatNobodyReadsWait() throws IOException {
        byte[] requests = get(user).repeat(24_000).getBytes(ISO_8859_1);
        try (HalfSent one = new HalfSent(server.port(), 1, requests)) {
            nobodyElseNotices();
        }
        byte[] pages = get("/v1.0/users?$top=999").repeat(100).getBytes(ISO_8859_1);
        try (HalfSent many = new HalfSent(server.port(), 100, pages)) {
            nobodyElseNotices();
        }
    }

    @Test
    void requestsSentAheadAreAnsweredInTheirOrder() throws IOException {
        StringBuilder requests = new StringBuilder();
        List<String> ids = IntStream.range(0, 300)
                .mapToObj(i -> String.format("00000000-0000-4000-8000-%012d", i))
                .toList();
        for (String id : ids) {
            String request = Math.floorMod(id.hashCode(), 3) == 0
                    ? get(user)
                    : Math.floorMod(id.hashCode(), 3) == 1 ? get("/v1.0/users?$top=2") : patch(user);
            requests.append(request.replaceFirst("\r\n", "\r\nclient-request-id: " + id + "\r\n"));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(requests.toString().getBytes(ISO_8859_1));
            out.flush();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            List<String> answered = new ArrayList<>();
            while (answered.size() < ids.size()) {
                String line = in.readLine();
                if (line.startsWith("client-request-id: ")) {
                    answered.add(line.substring("client-request-id: ".length()));
                }
            }
            assertEquals(ids, answered);
        }
    }

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + source.token() + "\r\n\r\n";
    }

    private String patch(String path) {
        return "PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + source.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n{\"officeLocation\": \"b\"} ";
    }

    // ---- no HTTP

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nContent-Length: 3\nContent-Length: 4\n\n{}  ",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nContent-Length: 3, 4\n\n{}  ",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nContent-Length: -1\n\n{}",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nContent-Length: +2\n\n{}",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nContent-Length: 0x2\n\n{}",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nContent-Length: 99999999999999999999\n\n{}",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nContent-Length: 9223372036854775807\n\n{}",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nContent-Length: 2\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\n",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked, gzip\n\n2\n{}\n0\n\n",
                "POST /v1.0/users HTTP/1.1\nHost: localhost\nTransfer-Encoding: gzip\n\n{}",
                "TOKEN POST /v1.0/users HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\nzz\n{}\n0\n\n",
                "TOKEN POST /v1.0/users HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n-2\n{}\n0\n\n",
                "TOKEN POST /v1.0/users HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\nfffffffffffffffff\n{}\n0\n\n",
                "TOKEN POST /v1.0/users HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n2\n{}{}{}\n0\n\n",
                "POST /_tenantry/clock/advance HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\nzz\n{}\n0\n\n",
                "GET /v1.0/us\u0000ers HTTP/1.1\nHost: localhost\n\n",
                "GET /v1.0/users HTTP/1.1\nHost: local\u0000host\n\n",
                "GET /v1.0/users HTTP/1.1\n : no name\nHost: localhost\n\n",
                "GET /v1.0/users HTTP/1.1\nno colon\nHost: localhost\n\n",
                "GET  HTTP/1.1\nHost: localhost\n\n",
                "GET /v1.0/users HTTP/9.9\nHost: localhost\n\n",
                "TOKEN GET /v1.0/users HTTP/1.9\nHost: localhost\n\n",
                "TOKEN GET /v1.0/users FTP/1.1\nHost: localhost\n\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001",
                "PRI * HTTP/2.0\n\nSM\n\n",
                "LONG LINE",
                "MANY HEADERS",
                "TOKEN POST /v1.0/users HTTP/1.1\nHost: localhost\nExpect: a miracle\nContent-Length: 2\n\n{}"
            })
    void whatIsNoHttpIsRefusedOrClosed(String sent) throws IOException {
        String request = sent.replace("LONG LINE", "GET /" + "a".repeat(70_000) + " HTTP/1.1\nHost: localhost\n\n")
                .replace("MANY HEADERS", "GET /v1.0/users HTTP/1.1\nHost: localhost\n" + "a: b\n".repeat(5000) + "\n")
                .replaceFirst("\nHost: localhost", "\nHost: localhost\nConnection: close")
                .replace("\n", "\r\n");
        if (request.startsWith("TOKEN ")) {
            request = request.substring(6)
                    .replaceFirst(
                            "\r\n",
                            "\r\nContent-Type: application/json\r\nAuthorization: Bearer " + source.token() + "\r\n");
        }
        Answer answer = RawRequest.of(server, request.getBytes(ISO_8859_1));
        assertTrue(answer.status() == 0 || answer.status() >= 400 && answer.status() < 500, answer::toString);
        closed(answer);
    }

    /** Whoever stands in front of the server, and reads the length otherwise, could be made to hand on a request that it never saw. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "identity",
                "xchunked",
                "\"chunked\"",
                "chunked;q=1",
                "gzip, chunked",
                "chunked\r\nTransfer-Encoding: chunked"
            })
    void aBodyWhoseLengthNobodyKnowsIsNoNextRequest(String coding) throws IOException {
        String hidden = get(user);
        byte[] post = ("POST /v1.0/users HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: " + coding + "\r\n\r\n"
                        + hidden)
                .getBytes(ISO_8859_1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(post);
            String answers = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answers, startsWith("HTTP/1.1 400 "));
            assertThat(answers, not(containsString("HTTP/1.1 200 ")));
        }
    }

    @Test
    void whoAsksFirstIsToldBeforeTheBodyIsSent() throws IOException {
        String expecting =
                "POST /v1.0/users HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: application/json\r\n";
        String token = "Authorization: Bearer " + source.token() + "\r\n";
        assertEquals(401, told(expecting + "Content-Length: 10\r\n\r\n"));
        assertEquals(413, told(expecting + token + "Content-Length: 10000000\r\n\r\n"));
        assertEquals(100, told(expecting + token + "Content-Length: 10\r\n\r\n"));
    }

    private int told(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            byte[] answer = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(answer, 9, 3, ISO_8859_1));
        }
    }
}
