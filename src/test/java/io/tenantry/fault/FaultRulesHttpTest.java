package io.tenantry.fault;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of faults as they are put, shown and taken away. */
@QuarkusTest
class FaultRulesHttpTest implements FaultCalls {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | rules",
                "{'rules':{}} | rules",
                "{'rules':[],'more':1} | more",
                "{'rules':[],'seed':-1} | seed",
                "{'rules':[1]} | rules[0]",
                "{'rules':[{}]} | rules[0]",
                "{'rules':[{'drop':'before'},{'drop':'after'}]} | rules[1].drop",
                "{'rules':[{'answer':{}}]} | rules[0].answer.status",
                "{'rules':[{'answer':{'status':200}}]} | rules[0].answer.status",
                "{'rules':[{'answer':{'status':'429'}}]} | rules[0].answer.status",
                "{'rules':[{'answer':{'status':429,'retryAfter':-1}}]} | rules[0].answer.retryAfter",
                "{'rules':[{'answer':{'status':429,'retry':1}}]} | rules[0].answer.retry",
                "{'rules':[{'answer':{'status':429},'drop':'before'}]} | rules[0].drop",
                "{'rules':[{'delay':'5s'}]} | rules[0].delay",
                "{'rules':[{'delay':'PT-1S'}]} | rules[0].delay",
                "{'rules':[{'delay':'PT10M1S'}]} | rules[0].delay",
                "{'rules':[{'delay':'PT1S','share':1.1}]} | rules[0].share",
                "{'rules':[{'delay':'PT1S','count':-1}]} | rules[0].count",
                "{'rules':[{'delay':'PT1S','count':1.5}]} | rules[0].count",
                "{'rules':[{'delay':'PT1S','match':{'tenant':'nobody'}}]} | rules[0].match.tenant",
                "{'rules':[{'delay':'PT1S','match':{'path':'v1.0/users'}}]} | rules[0].match.path",
                "{'rules':[{'delay':'PT1S','match':{'path':'/v1.0/users?x'}}]} | rules[0].match.path",
                "{'rules':[{'delay':'PT1S','match':{'method':'G T'}}]} | rules[0].match.method",
                "{'rules':[{'delay':'PT1S','match':{'client':7}}]} | rules[0].match.client",
                "{'rules':[{'delay':'PT1S','match':{'header':'x'}}]} | rules[0].match.header"
            })
    void whatIsNoRuleIsRefusedWholeByItsPlace(String body, String place) {
        rules("{'count':1,'delay':'PT0S'}");
        put(body).statusCode(400).body("error.place", is(place)).body("error.message", notNullValue());
        shown().body("rules.size()", is(1)).body("rules[0].delay", is("PT0S"));
    }

    @Test
    void whatIsShownCanBePutBack() {
        rules("{'match':{'path':'/v1.0/*'},'count':2,'answer':{'status':429}}");
        SOURCE.get("/v1.0/users").statusCode(429);
        String given = shown().extract().asString();
        put(given).statusCode(204);
        shown().body("rules[0].hits", is(0)).body("rules[0].remaining", is(2));
    }

    @Test
    void rulesGoByDeletionAndByReset() {
        rules("{" + THROTTLED + "}");
        given().delete("/_tenantry/faults").then().statusCode(204);
        shown().body("rules", empty());
        SOURCE.get("/v1.0/users").statusCode(200);

        rules("{" + THROTTLED + "}");
        given().post("/_tenantry/reset").then().statusCode(204);
        shown().body("rules", empty());
    }
}
