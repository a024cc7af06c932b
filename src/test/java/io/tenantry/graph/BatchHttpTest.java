package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §14. */
@QuarkusTest
class BatchHttpTest implements TwoTenants {
    private static final String USERS = "{'id':'1','method':'GET','url':'/users'}";
    private static final String LOST = "{'id':'1','method':'GET','url':'/users/" + UNKNOWN + "'}";

    private static ValidatableResponse batch(String... requests) {
        return SOURCE.post("/v1.0/$batch", "{'requests':[" + String.join(",", requests) + "]}");
    }

    @Test
    void eachPartHasItsOwnStatus() {
        batch(USERS, "{'id':'2','method':'GET','url':'users/" + UNKNOWN + "'}")
                .statusCode(200)
                .body("responses.find{it.id=='1'}.status", is(200))
                .body("responses.find{it.id=='2'}.status", is(404))
                .body("responses.find{it.id=='2'}.body.error.code", is("Request_ResourceNotFound"));
    }

    @Test
    void theAnswerIsAsLargeAsItMayBe() {
        String notes = "{'displayName':'a','notes':'" + "n".repeat(99_000) + "'}";
        for (int i = 0; i < 25; i++) {
            SOURCE.post("/v1.0/applications", notes).statusCode(201);
        }
        String[] parts = new String[20];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = "{'id':'" + i + "','method':'GET','url':'/applications?$top=999'}";
        }
        batch(parts)
                .statusCode(200)
                .body("responses[0].status", is(200))
                .body("responses[19].status", is(429))
                .body("responses[19].headers.'Retry-After'", is("1"))
                .body("responses[19].body.error.code", is("TooManyRequests"));
    }

    @Test
    void aPartWithoutContentHasNoBody() {
        String id = SOURCE.newUser("ana");

        batch("{'id':'1','method':'DELETE','url':'/users/" + id + "'}")
                .body("responses[0].status", is(204))
                .body("responses[0]", not(hasKey("body")));
    }

    @Test
    void headersBelongToTheirPart() {
        batch(
                        "{'id':'1','method':'GET','url':'/users/$count','headers':{'ConsistencyLevel':'eventual'}}",
                        "{'id':'2','method':'GET','url':'/users/$count'}")
                .body("responses.find{it.id=='1'}.status", is(200))
                .body("responses.find{it.id=='2'}.status", is(400));
    }

    @Test
    void aBodyNeedsAContentType() {
        refused(
                batch("{'id':'1','method':'POST','url':'/users','body':{}}"),
                400,
                "BadRequest",
                "Write request with id '1' does not contain a Content-Type header.");
    }

    @Test
    void idsAreUniqueInAnyCase() {
        refused(batch(USERS.replace("'1'", "'a'"), USERS.replace("'1'", "'A'")), 400, "BadRequest");
    }

    @Test
    void twentyRequestsAreTheMost() {
        String many = IntStream.range(0, 21)
                .mapToObj(i -> USERS.replace("'1'", "'" + i + "'"))
                .collect(Collectors.joining(","));

        refused(batch(many), 400, "BadRequest").body("error.message", containsString("20"));
    }

    @Test
    void aDependencyStandsEarlier() {
        refused(batch("{'id':'2','method':'GET','url':'/users','dependsOn':['1']}", USERS), 400, "BadRequest")
                .body("error.message", containsString("Invalid dependency for request Id"));
    }

    @Test
    void aBatchIsSequentialOrParallel() {
        refused(
                batch(
                        USERS,
                        "{'id':'2','method':'GET','url':'/users','dependsOn':['1']}",
                        "{'id':'3','method':'GET','url':'/users'}"),
                400,
                "BadRequest",
                "Batch should be either fully sequential or fully parallel.");
    }

    @Test
    void whatDependsOnAFailureFailsToo() {
        batch(LOST, "{'id':'2','method':'GET','url':'/users','dependsOn':['1']}")
                .body("responses.status", contains(404, 424));
    }

    @Test
    void aRequestNeedsIdMethodAndUrl() {
        refused(batch("{'method':'GET','url':'/users'}"), 400, "BadRequest");
        refused(batch("{'id':'1','method':'GET'}"), 400, "BadRequest");
        refused(SOURCE.post("/v1.0/$batch", "{}"), 400, "BadRequest");
    }

    /** EntraExporter sends {@code URL} and numbers for ids. */
    @Test
    void membersHaveNamesOfAnyCase() {
        batch(
                        "{'ID':1,'Method':'GET','URL':'/users/$count','Headers':{'consistencylevel':'eventual'}}",
                        "{'Id':2,'METHOD':'post','Url':'/groups','DependsOn':['1'],'headers':{'Content-Type':'application/json'},"
                                + "'Body':{}}",
                        "{'id':3,'method':'GET','url':'/users','dependsOn':['2'],'body':null}")
                .body("responses.id", contains("1", "2", "3"))
                .body("responses.status", contains(200, 400, 424));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ID':'2'",
                "'Url':null",
                "'METHOD':'DELETE'",
                "'url':'/groups'",
                "'headers':{'accept':'a','Accept':'b'}"
            })
    void aMemberStandsOnceInAnySpelling(String again) {
        refused(batch("{'id':'1','method':'GET','url':'/users'," + again + "}"), 400, "BadRequest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://[::1", "http://[::1/v1.0/users", "https://", "https:///v1.0/users", "http://a|b/users"})
    void aUrlWithoutAReadableHostIsNone(String url) {
        batch("{'id':'1','method':'GET','url':'" + url + "'}", USERS.replace("'1'", "'2'"))
                .statusCode(200)
                .body("responses.status", contains(400, 200))
                .body("responses[0].body.error.code", is("BadRequest"));
    }

    @Test
    void aBatchThatNobodySignedIs401() {
        refused(
                SOURCE.anonymous().post("/v1.0/$batch", "{'requests':[" + USERS + "]}"),
                401,
                "InvalidAuthenticationToken");
    }

    @Test
    void aWriteNeedsAContentTypeEvenWithoutABody() {
        refused(
                batch("{'id':'1','method':'POST','url':'/users/" + UNKNOWN + "/revokeSignInSessions'}"),
                400,
                "BadRequest",
                "Write request with id '1' does not contain a Content-Type header.");
    }

    @Test
    void aRefusedUrlFailsItsPartOnly() {
        batch(
                        "{'id':'1','method':'GET','url':'/$metadata'}",
                        "{'id':'2','method':'POST','url':'/$batch','headers':{'Content-Type':'application/json'},'body':{'requests':[]}}",
                        USERS.replace("'1'", "'3'"))
                .statusCode(200)
                .body("responses.status", contains(400, 400, 200));
    }

    @Test
    void theVersionOfTheBatchRulesItsParts() {
        batch("{'id':'1','method':'GET','url':'https://graph.microsoft.com/beta/users'}")
                .body("responses[0].status", is(200))
                .body("responses[0].body.'@odata.context'", containsString("/v1.0/$metadata#users"));
    }

    @Test
    void aPartMayOverrideItsMethod() {
        String id = SOURCE.newUser("ana");

        batch(
                        "{'id':'1','method':'POST','url':'/users/" + id
                                + "','headers':{'Content-Type':'application/json','X-HTTP-Method':'PATCH'},'body':{'jobTitle':'Docker'}}")
                .body("responses[0].status", is(204));
        SOURCE.get("/v1.0/users/" + id).body("jobTitle", is("Docker"));
    }

    @Test
    void aBodyMayComeAsBase64() {
        String id = SOURCE.newUser("ana");
        String body = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"jobTitle\":\"Docker\"}".getBytes(StandardCharsets.UTF_8));

        batch("{'id':'1','method':'PATCH','url':'/users/" + id
                        + "','headers':{'Content-Type':'application/json'},'body':'" + body + "'}")
                .body("responses[0].status", is(204));
    }

    @Test
    void dependsOnIsAList() {
        refused(batch("{'id':'1','method':'GET','url':'/users','dependsOn':'0'}"), 400, "BadRequest")
                .body("error.message", is("Invalid dependency for request Id 1."));
    }

    @Test
    void aPartsOwnTokenDecidesWhatItMay() {
        batch(
                        "{'id':'1','method':'GET','url':'/users','headers':{'Authorization':'Bearer junk'}}",
                        USERS.replace("'1'", "'2'"))
                .body("responses.status", contains(401, 200));
    }

    @Test
    void theSegmentMayEndInASlash() {
        SOURCE.post("/beta/$batch/", "{'requests':[" + USERS + "]}")
                .statusCode(200)
                .body("responses[0].status", is(200));
    }
}
