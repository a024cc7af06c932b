package io.tenantry.control.world;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.control.ControlWorld;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual time. */
@QuarkusTest
class ClockHttpTest implements ControlWorld {
    @Test
    void theClockStandsStillWhileFrozenAndMovesByAdvance() {
        put("/clock", "{\"now\":\"2031-01-31T08:00:00Z\",\"frozen\":true}")
                .statusCode(200)
                .body("now", is("2031-01-31T08:00:00Z"))
                .body("frozen", is(true));
        send("/clock/advance", "{\"by\":\"PT40M\"}").statusCode(200).body("now", is("2031-01-31T08:40:00Z"));
        send("/clock/advance", "{\"by\":\"P29D\"}").body("now", is("2031-03-01T08:40:00Z"));
        send("/clock/advance", "{\"by\":\"P1M1DT0.5S\"}").body("now", is("2031-04-02T08:40:00.5Z"));
        get("/clock").body("now", is("2031-04-02T08:40:00.5Z")).body("frozen", is(true));
    }

    @Test
    void timeGoesToAMomentAndNotBack() {
        put("/clock", "{\"now\":\"2031-01-31T08:00:00Z\",\"frozen\":true}");
        send("/clock/advance", "{\"to\":\"2031-01-31T09:30:00+01:00\"}")
                .statusCode(200)
                .body("now", is("2031-01-31T08:30:00Z"))
                .body("ran", hasSize(0));
        send("/clock/advance", "{\"to\":\"2031-01-31T08:29:59Z\"}")
                .statusCode(400)
                .body("error.place", is("to"));
        get("/clock").body("now", is("2031-01-31T08:30:00Z"));
    }

    @Test
    void withoutAStartedJobThereIsNoNextCycle() {
        get("/clock").body("nextRun", is((String) null));
        send("/clock/advance", "{\"to\":\"nextRun\"}").statusCode(409).body("error.place", is("to"));
    }

    @Test
    void aRunningClockGoesOnFromWhereItIsSet() {
        Instant set = Instant.parse("2031-01-31T08:00:00Z");
        put("/clock", "{\"now\":\"2031-01-31T08:00:00Z\",\"frozen\":false}").statusCode(200);
        Instant later = Instant.parse(get("/clock").extract().path("now"));
        assertEquals(true, Duration.between(set, later).compareTo(Duration.ofMinutes(1)) < 0 && !later.isBefore(set));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'by':'40 minutes'}",
                "{'by':'-PT1M'}",
                "{'by':'PT-1M'}",
                "{'by':5}",
                "{'by':'P'}",
                "{'by':'P900Y'}",
                "{'by':'P99999999999D'}",
                "{'by':''}",
                "not json",
                "[]",
                "{'by':'PT40M','at':1}",
                "{'by':'PT40M','to':'nextRun'}",
                "{'to':'tomorrow'}"
            })
    void spansThatAreNoneAreRefused(String body) {
        String before = get("/clock").extract().path("frozen").toString();
        send("/clock/advance", body.replace('\'', '"')).statusCode(400).body("error.message", not(emptyString()));
        assertEquals(before, get("/clock").extract().path("frozen").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'now':'yesterday'}", "{'now':'+999999-01-01T00:00:00Z'}", "{'now':7}", "{'frozen':'yes'}"})
    void instantsThatAreNoneAreRefused(String body) {
        put("/clock", body.replace('\'', '"')).statusCode(400);
    }
}
