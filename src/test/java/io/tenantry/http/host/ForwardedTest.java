package io.tenantry.http.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedTest {
    private static final CalledUrl HERE = new CalledUrl("http", "localhost", 8365);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Proto: https                                              | https://localhost:8365",
                "X-Forwarded-Proto: https; X-Forwarded-Port: 443                       | https://localhost",
                "X-Forwarded-Proto: https; X-Forwarded-Host: graph.example             | https://graph.example",
                "X-Forwarded-Host: graph.example                                       | http://graph.example",
                "X-Forwarded-Proto: HTTPS; X-Forwarded-Host: graph.example:8443        | https://graph.example:8443",
                "X-Forwarded-Proto: https; X-Forwarded-Host: graph.example:443         | https://graph.example",
                "X-Forwarded-Proto: https; X-Forwarded-Host: a.example; X-Forwarded-Port: 8443 | https://a.example:8443",
                "X-Forwarded-Proto: https, http; X-Forwarded-Host: outer.example, inner.example | https://outer.example",
                "X-Forwarded-Host: [2001:db8::7]:9000                                  | http://[2001:db8::7]:9000"
            })
    void linksFollowWhatTheOutermostFrontWasCalled(String headers, String base) {
        MultiMap sent = MultiMap.caseInsensitiveMultiMap();
        for (String header : headers.split("; ")) {
            sent.add(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2));
        }
        assertEquals(base, Forwarded.told(HERE, sent).base());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proto=https;host=graph.example                     | https://graph.example",
                "for=192.0.2.60; Proto=https; Host=\"graph.example:8443\", for=10.0.0.1;host=inner | https://graph.example:8443",
                "for=192.0.2.60;by=203.0.113.43                     | http://localhost:8365"
            })
    void theStandardHeaderCountsWhereTheOthersAreMissing(String value, String base) {
        MultiMap sent = MultiMap.caseInsensitiveMultiMap().add("Forwarded", value);
        assertEquals(base, Forwarded.told(HERE, sent).base());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Proto | javascript",
                "X-Forwarded-Host  | a b",
                "X-Forwarded-Host  | evil/x",
                "X-Forwarded-Host  | x@evil.example",
                "X-Forwarded-Host  | [evil]",
                "X-Forwarded-Host  | <script>",
                "X-Forwarded-Port  | 0",
                "X-Forwarded-Port  | 65536",
                "X-Forwarded-Port  | 99999999999",
                "X-Forwarded-Port  | 80x"
            })
    void whatCannotBeReadChangesNothing(String header, String value) {
        MultiMap sent = MultiMap.caseInsensitiveMultiMap().add(header, value);
        assertEquals("http://localhost:8365", Forwarded.told(HERE, sent).base());
    }
}
