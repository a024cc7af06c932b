package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code @odata.id} and {@code …@odata.bind} may name (field-findings.md §1). */
@QuarkusTest
class ReferenceHttpTest implements TwoTenants {
    private static final String HOST = "https://graph.microsoft.com";

    static List<String> addresses() {
        return List.of(
                HOST + "/v1.0/users/liv@" + DOMAIN,
                HOST + "/v1.0/users/LIV%40" + DOMAIN,
                HOST + "/beta/users('liv@" + DOMAIN + "')",
                HOST + "/v1.0/users(%27liv%40" + DOMAIN + "%27)",
                HOST + "/v1.0/users(userPrincipalName='liv@" + DOMAIN + "')",
                HOST + "//v1.0//users//liv@" + DOMAIN + "/",
                HOST + "/v1.0/" + SOURCE_ID + "/users/liv@" + DOMAIN,
                HOST + "/v1.0/" + DOMAIN + "/users/liv@" + DOMAIN,
                HOST + "/v1.0/myorganization/users/liv@" + DOMAIN,
                HOST + "/v1.0//users//{id}",
                HOST + "/v1.0/" + SOURCE_ID + "/directoryObjects/{id}",
                HOST + "/v2/" + SOURCE_ID + "/directoryObjects/{id}",
                HOST + "/v2/" + SOURCE_ID + "/directoryObjects/{id}/Microsoft.DirectoryServices.User",
                HOST + "/v2/" + DOMAIN + "/directoryObjects('{id}')",
                "users/liv@" + DOMAIN,
                "/directoryObjects/{id}",
                "{id}");
    }

    /** Quotes are doubled for the body, which is written with single ones. */
    private static String body(String name, String json) {
        return "{'" + name + "':" + json + "}";
    }

    private static String quoted(String address, String id) {
        return "'" + address.replace("{id}", id).replace("'", "\\u0027") + "'";
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyRelationshipTakesEverySpelling(String address) {
        String liv = SOURCE.newUser("liv");
        String bound = quoted(address, liv);
        String reference = body("@odata.id", bound);
        String many = "[" + bound + "]";

        String ana = SOURCE.newUser("ana", "'manager@odata.bind':" + bound, "'sponsors@odata.bind':" + many);
        String ben = SOURCE.newUser("ben");
        done(SOURCE.put("/v1.0/users/" + ben + "/manager/$ref", reference));
        done(SOURCE.post("/v1.0/users/" + ben + "/sponsors/$ref", reference));
        String dock = SOURCE.newGroup("dock", "'members@odata.bind':" + many, "'owners@odata.bind':" + many);
        String yard = SOURCE.newGroup("yard");
        done(SOURCE.post("/v1.0/groups/" + yard + "/members/$ref", reference));
        done(SOURCE.post("/v1.0/groups/" + yard + "/owners/$ref", reference));
        String quay = SOURCE.newGroup("quay");
        done(SOURCE.patch("/v1.0/groups/" + quay, body("members@odata.bind", many)));
        String crane = created(SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}"));
        done(SOURCE.post("/v1.0/applications/" + crane + "/owners/$ref", reference));
        String role = SOURCE.get("/v1.0/directoryRoles").extract().path("value[0].id");
        done(SOURCE.post("/v1.0/directoryRoles/" + role + "/members/$ref", reference));

        for (String single : List.of(ana, ben)) {
            SOURCE.get("/v1.0/users/" + single + "/manager").body("id", is(liv));
        }
        for (String collection : List.of(
                "users/" + ana + "/sponsors",
                "users/" + ben + "/sponsors",
                "groups/" + dock + "/members",
                "groups/" + dock + "/owners",
                "groups/" + yard + "/members",
                "groups/" + yard + "/owners",
                "groups/" + quay + "/members",
                "applications/" + crane + "/owners",
                "directoryRoles/" + role + "/members")) {
            SOURCE.get("/v1.0/" + collection).body("value.id", is(List.of(liv)));
        }
    }

    @Test
    void aUserIsNoSecondMemberUnderAnotherSpelling() {
        String liv = SOURCE.newUser("liv");
        String both = "[" + quoted(addresses().get(0), liv) + "," + quoted("{id}", liv) + "]";

        refused(
                SOURCE.post("/v1.0/groups", GraphHttp.groupBody("dock", "'members@odata.bind':" + both)),
                400,
                "Request_BadRequest");
    }

    @Test
    void servicePrincipalsHaveTheirAppIdAsAKey() {
        String appId = SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}")
                .extract()
                .path("appId");
        String principal = created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));
        String dock = SOURCE.newGroup("dock");

        done(SOURCE.post(
                "/v1.0/groups/" + dock + "/members/$ref",
                body("@odata.id", quoted(HOST + "/v1.0/servicePrincipals(appId='" + appId + "')", ""))));
        SOURCE.get("/v1.0/groups/" + dock + "/members").body("value.id", is(List.of(principal)));
    }

    @Test
    void theErrorQuotesTheKeyAsSent() {
        String path = "/v1.0/users/" + SOURCE.newUser("ana") + "/manager/$ref";

        missing(
                SOURCE.put(path, body("@odata.id", quoted(HOST + "/v1.0/users/Nobody@x.example", ""))),
                "Nobody@x.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HOST + "/v1.0/directoryObjects/liv@" + DOMAIN,
                HOST + "/v1.0/groups/dock",
                HOST + "/v1.0/users(shoeSize='4')",
                HOST + "/v1.0/",
                "liv@" + DOMAIN,
                HOST + "/v1.0/" + TARGET_ID + "/directoryObjects/{id}",
                HOST + "/v2/birchline.onmicrosoft.com/users/liv@" + DOMAIN
            })
    void whatNamesNoObjectOfTheTenantIsRefused(String address) {
        String liv = SOURCE.newUser("liv");
        String dock = SOURCE.newGroup("dock");

        refused(
                SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", body("@odata.id", quoted(address, liv))),
                400,
                "Request_BadRequest");
        SOURCE.get("/v1.0/groups/" + dock + "/members").body("value", hasSize(0));
    }
}
