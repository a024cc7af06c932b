package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller is told of changes, and what writes answer, follows from what it sees (sight.txt). */
@QuarkusTest
class SightOfChangesHttpTest implements TwoTenants {
    private String ana;
    private String bo;
    private String team;

    @BeforeEach
    void people() {
        ana = SOURCE.newUser("ana", "'city':'Oslo'", "'jobTitle':'Pilot'");
        bo = SOURCE.newUser("bo", "'surname':'Neri'");
        team = SOURCE.newGroup("team");
        done(SOURCE.post("/v1.0/groups/" + team + "/members/$ref", reference(ana)));
    }

    // ---- deltas

    @Test
    void changesOfWhatTheCallerDoesNotSeeAreNotTold() {
        GraphHttp reader = app("Group.ReadBasic.All");
        String link = reader.get("/v1.0/groups/delta")
                .statusCode(200)
                .body("value.find{it.id=='" + team + "'}.displayName", is("team"))
                .body("value.find{it.id=='" + team + "'}.securityIdentifier", nullValue())
                .body("value.find{it.id=='" + team + "'}.'members@delta'", nullValue())
                .extract()
                .path("'@odata.deltaLink'");

        done(SOURCE.post("/v1.0/groups/" + team + "/members/$ref", reference(bo)));
        done(SOURCE.patch("/v1.0/groups/" + team, "{'preferredLanguage':'en'}"));
        link = follow(reader, link).body("value", hasSize(0)).extract().path("'@odata.deltaLink'");

        done(SOURCE.patch("/v1.0/groups/" + team, "{'displayName':'crew','preferredLanguage':'nb'}"));
        follow(reader.with("Prefer", "return=minimal"), link)
                .body("value[0].displayName", is("crew"))
                .body("value[0].keySet()", not(hasItem("preferredLanguage")));
    }

    @Test
    void whoReadsMembershipsIsToldOfThem() {
        app("GroupMember.Read.All")
                .get("/v1.0/groups/delta")
                .statusCode(200)
                .body("value.find{it.id=='" + team + "'}.'members@delta'", hasSize(1));
    }

    /** The token says what was asked, not who asked. */
    @Test
    void theTokenOfSomebodyElseShowsNoMore() {
        String link = SOURCE.get("/v1.0/groups/delta?$select=displayName,members,membershipRule")
                .extract()
                .path("'@odata.deltaLink'");

        refused(request(app("Group.ReadBasic.All"), link), 403, "Authorization_RequestDenied");
        request(app("Group.Read.All"), link).statusCode(200);
    }

    private static ValidatableResponse follow(GraphHttp caller, String link) {
        return request(caller, link).statusCode(200);
    }

    private static ValidatableResponse request(GraphHttp caller, String link) {
        return caller.get(link.substring(link.indexOf("/v1.0/")));
    }

    // ---- writes, batches, deleted items

    @Test
    void answersOfWritesShowWhatTheWriterSees() {
        app("User-Mail.ReadWrite.All")
                .with("Prefer", "return=representation")
                .patch("/v1.0/users/" + ana, "{'otherMails':['a@b.example']}")
                .statusCode(200)
                .body("id", is(ana))
                .body("displayName", nullValue());
        app("Group.Create")
                .post("/v1.0/groups", GraphHttp.groupBody("new"))
                .statusCode(201)
                .body("displayName", is("new"))
                .body("securityIdentifier", nullValue());
    }

    @Test
    void partsOfABatchAreNoWayAround() {
        app("User.ReadBasic.All")
                .post(
                        "/v1.0/$batch",
                        "{'requests':[{'id':'1','method':'GET','url':'/users/" + ana
                                + "'},{'id':'2','method':'GET','url':'/users?$filter=city%20eq%20%27Oslo%27'}]}")
                .statusCode(200)
                .body("responses.find{it.id=='1'}.body.jobTitle", nullValue())
                .body("responses.find{it.id=='2'}.status", is(403));
    }

    @Test
    void aDeletedObjectIsReadByWhoReadsItsType() {
        done(SOURCE.delete("/v1.0/users/" + bo));
        String path = "/v1.0/directory/deletedItems/" + bo;

        refused(app("Group.Read.All").get(path), 403, "Authorization_RequestDenied");
        app("User.Read.All").get(path).statusCode(200).body("surname", is("Neri"));
        refused(
                app("Group.Read.All").get("/v1.0/directory/deletedItems/microsoft.graph.user"),
                403,
                "Authorization_RequestDenied");
    }

    @Test
    void whenSomebodyLeavesIsForThoseWhoManageLifeCycles() {
        done(SOURCE.patch("/v1.0/users/" + ana, "{'employeeLeaveDateTime':'2030-01-01T00:00:00Z'}"));
        String path = "/v1.0/users/" + ana + "?$select=employeeLeaveDateTime";

        app("User.Read.All").get(path).statusCode(200).body("employeeLeaveDateTime", nullValue());
        app("User.Read.All User-LifeCycleInfo.Read.All")
                .get(path)
                .statusCode(200)
                .body("employeeLeaveDateTime", is("2030-01-01T00:00:00Z"));
        refused(
                app("User.Read.All")
                        .eventual()
                        .get("/v1.0/users?$count=true&$filter=employeeLeaveDateTime ge 2030-01-01T00:00:00Z"),
                403,
                "Authorization_RequestDenied");
    }

    private static GraphHttp app(String permissions) {
        return SOURCE.app(permissions.split(" "));
    }
}
