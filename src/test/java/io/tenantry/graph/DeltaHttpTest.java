package io.tenantry.graph;

import static io.restassured.RestAssured.given;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.format.Json;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** directory.md §17. */
@QuarkusTest
class DeltaHttpTest implements TwoTenants {
    private static final String USERS = "/v1.0/users/delta";
    private static final String GROUPS = "/v1.0/groups/delta";

    private static String deltaLink(String path) {
        return SOURCE.get(path).statusCode(200).extract().path("'@odata.deltaLink'");
    }

    private static void advance(String period) {
        given().contentType("application/json")
                .body("{\"by\":\"" + period + "\"}")
                .post("/_tenantry/clock/advance")
                .then()
                .statusCode(200);
        GraphHttp.signInAgain();
    }

    @Test
    void theFirstRoundShowsEverythingAndEndsInADeltaLink() {
        String id = SOURCE.newUser("ana");

        SOURCE.get(USERS)
                .body("value.id", containsInAnyOrder(id))
                .body("'@odata.deltaLink'", containsString("$deltatoken="))
                .body("", not(hasKey("@odata.nextLink")));
    }

    @Test
    void latestBeginsWithNothing() {
        SOURCE.newUser("ana");

        SOURCE.get(USERS + "?$deltaToken=latest").body("value", hasSize(0)).body("", hasKey("@odata.deltaLink"));
    }

    @Test
    void aChangedObjectLeavesOutWhatWasNeverSet() {
        String id = SOURCE.newUser("ana");
        String link = deltaLink(USERS);
        SOURCE.patch("/v1.0/users/" + id, "{'jobTitle':'Docker'}");

        SOURCE.get(link)
                .body("value", hasSize(1))
                .body("value[0].jobTitle", is("Docker"))
                .body("value[0].displayName", is("ana"))
                .body("value[0]", not(hasKey("mail")));
    }

    @Test
    void aClearedPropertyIsShownAsNull() {
        String id = SOURCE.newUser("ana", "'jobTitle':'Docker'");
        String link = deltaLink(USERS);
        SOURCE.patch("/v1.0/users/" + id, "{'jobTitle':null}");

        SOURCE.get(link).body("value[0]", hasKey("jobTitle"));
    }

    @Test
    void minimalShowsOnlyWhatHasChanged() {
        String id = SOURCE.newUser("ana");
        String link = deltaLink(USERS);
        SOURCE.patch("/v1.0/users/" + id, "{'jobTitle':'Docker'}");

        SOURCE.with("Prefer", "return=minimal")
                .get(link)
                .body("value[0]", is(java.util.Map.of("id", id, "jobTitle", "Docker")));
    }

    @Test
    void onlySelectedPropertiesAreTracked() {
        String id = SOURCE.newUser("ana");
        String link = deltaLink(USERS + "?$select=displayName");
        SOURCE.patch("/v1.0/users/" + id, "{'jobTitle':'Docker'}");
        SOURCE.get(link).body("value", hasSize(0));

        SOURCE.patch("/v1.0/users/" + id, "{'displayName':'Ana Reis'}");
        SOURCE.get(link).body("value[0]", is(java.util.Map.of("id", id, "displayName", "Ana Reis")));
    }

    @Test
    void aManagerIsTrackedWhereSelected() {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        SOURCE.put("/v1.0/users/" + ben + "/manager/$ref", reference(ana));
        String link = deltaLink(USERS + "?$select=manager");
        SOURCE.get(USERS + "?$select=manager").body("value.find{it.id=='" + ben + "'}.'manager@delta'[0].id", is(ana));
        SOURCE.delete("/v1.0/users/" + ben + "/manager/$ref");

        SOURCE.get(link).body("value[0].'manager@delta'[0].'@removed'.reason", is("deleted"));
    }

    @Test
    void membersComeAndGo() {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        String dock = SOURCE.newGroup("dock");
        SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", reference(ana));
        SOURCE.get(GROUPS).body("value[0].'members@delta'.id", containsInAnyOrder(ana));
        String link = deltaLink(GROUPS);
        SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", reference(ben));
        SOURCE.delete("/v1.0/groups/" + dock + "/members/" + ana + "/$ref");

        SOURCE.get(link)
                .body("value[0].'members@delta'.id", containsInAnyOrder(ana, ben))
                .body("value[0].'members@delta'.find{it.id=='" + ana + "'}.'@removed'.reason", is("deleted"));
    }

    @Test
    void membersAreLeftOutUnlessSelected() {
        String dock = SOURCE.newGroup("dock");
        SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", reference(SOURCE.newUser("ana")));

        SOURCE.get(GROUPS + "?$select=displayName").body("value[0]", not(hasKey("members@delta")));
        SOURCE.get(GROUPS + "?$select=displayName,members").body("value[0]", hasKey("members@delta"));
    }

    @Test
    void softDeletionIsAChangeAndPurgeADeletion() {
        String id = SOURCE.newUser("ana");
        String link = deltaLink(USERS);
        SOURCE.delete("/v1.0/users/" + id);
        SOURCE.get(link).body("value[0].'@removed'.reason", is("changed"));

        SOURCE.delete("/v1.0/directory/deletedItems/" + id);
        SOURCE.get(link).body("value[0].'@removed'.reason", is("deleted"));
    }

    @Test
    void anIdFilterNarrows() {
        String ana = SOURCE.newUser("ana");
        SOURCE.newUser("ben");

        SOURCE.get(USERS + "?$filter=id eq '" + ana + "'").body("value.id", containsInAnyOrder(ana));
        SOURCE.get(USERS + "?$filter=displayName eq 'ana'").statusCode(400);
    }

    @Test
    void directoryObjectsAreNarrowedByType() {
        String ana = SOURCE.newUser("ana");
        SOURCE.newGroup("dock");

        SOURCE.get("/v1.0/directoryObjects/delta?$filter=isof('microsoft.graph.user')")
                .body("value.id", containsInAnyOrder(ana))
                .body("value[0].'@odata.type'", is("#microsoft.graph.user"));
    }

    @Test
    void aTokenIsGoneAfterSevenDays() {
        String link = deltaLink(USERS);
        advance("P8D");

        refused(SOURCE.get(link), 410, "syncStateNotFound")
                .header("Location", containsString("/users/delta?$deltatoken="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "groups", "applications", "servicePrincipals", "directoryObjects"})
    void aTokenIsGoneWithTheChangesItLeadsTo(String set) {
        String path = "/v1.0/" + set + "/delta";
        String link = deltaLink(path);
        SOURCE.newUser("ana");
        advance("P6D");
        SOURCE.get(link).statusCode(200);
        advance("P2D");

        refused(SOURCE.get(young(link)), 410, "syncStateNotFound")
                .body("error.message", is("The delta token is too old. Start over with a full synchronization."))
                .header("Location", endsWith("/" + set + "/delta?$deltatoken="));
        SOURCE.get(young(deltaLink(path))).statusCode(200);
    }

    /** As if it had been given out today: while a client pages through old changes, its tokens are young. */
    private static String young(String link) {
        String text = link.substring(link.indexOf("token=") + 6);
        String now = SOURCE.get("/_tenantry/clock").extract().path("now");
        ObjectNode token = Json.parseObject(new String(Base64.getUrlDecoder().decode(text), UTF_8));
        token.put("t", Instant.parse(now).getEpochSecond());
        return link.replace(
                text,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Json.write(token).getBytes(UTF_8)));
    }

    @Test
    void aTokenThatTheServiceDidNotMakeIsRefused() {
        refused(SOURCE.get(USERS + "?$deltatoken=junk"), 400, "Request_BadRequest");
    }
}
