package io.tenantry.robustness;

import io.tenantry.CpuTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of a batch may hold a URL as long as a body: neither depth nor length costs more than its reading. */
@Execution(ExecutionMode.CONCURRENT)
class LongInputTest {
    private static final int LONG = 1_000_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Stream<String> filters() {
        return Stream.of(
                "(".repeat(LONG),
                "not ".repeat(LONG / 4),
                "not(".repeat(LONG / 4),
                "'".repeat(LONG),
                "'".repeat(LONG + 1),
                "displayName eq '" + "a".repeat(LONG) + "'",
                "a".repeat(LONG),
                "displayName" + "/displayName".repeat(LONG / 12) + " eq 'a'",
                "displayName eq 'a'" + " or displayName eq 'a'".repeat(1200),
                "displayName eq 'a'" + " or displayName eq 'a'".repeat(LONG / 22),
                "displayName in ('a'" + ",'a'".repeat(2400) + ")",
                "id in (" + "null,".repeat(2400) + "null)",
                "businessPhones/any(x:".repeat(LONG / 21),
                "(businessPhones/any(x:x eq 'a') and ".repeat(600),
                lambdas(400),
                "/any".repeat(400) + " " + "x:".repeat(400) + " " + "x/y ".repeat(3000) + "a".repeat(LONG));
    }

    private static String lambdas(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "otherMails/any(v" + i + ":v" + i + " eq '" + "a".repeat(2000) + "')")
                .collect(Collectors.joining(" or "));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("filters")
    void aLongFilterIsRunOrRefusedSoon(String filter) {
        CpuTime.within(SOON, () -> Inputs.option("filter", filter));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("options")
    void aLongOptionIsRunOrRefusedSoon(String option, String part) {
        CpuTime.within(SOON, () -> Inputs.option(option, part.repeat(LONG / part.length())));
    }

    private static Stream<Arguments> options() {
        return Stream.of("select", "orderby", "expand", "search", "skiptoken", "top", "skip")
                .flatMap(option -> Stream.of(
                                "(",
                                "id,",
                                "displayName desc,",
                                "manager($select=",
                                "\"displayName:a\" OR ",
                                "/",
                                "1",
                                " ")
                        .map(part -> Arguments.of(option, part)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/users", "(", "users(", "users('", "a=", "%2F", "/users/x/manager"})
    void aLongPathIsRefusedSoon(String part) {
        CpuTime.within(SOON, () -> Inputs.path("/users" + part.repeat(LONG / part.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "=", "$filter=&", "%24top=1&", "+", "a=b&"})
    void aLongQueryStringIsRefusedSoon(String part) {
        CpuTime.within(SOON, () -> Inputs.query(part.repeat(LONG / part.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "\"", "1", " ", "{\"displayName\":\"", "\\u0000"})
    void aDeepBodyIsRefusedSoon(String part) {
        CpuTime.within(SOON, () -> {
            byte[] body = part.repeat(LONG / part.length()).getBytes(StandardCharsets.UTF_8);
            Inputs.body(body);
            Inputs.body(
                    ("{\"displayName\":" + part.repeat(LONG / part.length()) + "}").getBytes(StandardCharsets.UTF_8));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "a", "e30.", " "})
    void aLongTokenIsRefusedSoon(String part) {
        CpuTime.within(SOON, () -> Inputs.authorization("Bearer " + part.repeat(LONG / part.length())));
    }
}
