package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** directory.md §17: rounds of several pages. */
@QuarkusTest
class DeltaPagesHttpTest implements TwoTenants {
    private static final int MEMBERS = 1500;

    /** All pages of a round: their items in order, and the delta link at its end. */
    private record Round(List<Map<String, Object>> items, int pages, String deltaLink) {
        static Round of(String path) {
            List<Map<String, Object>> items = new ArrayList<>();
            int pages = 0;
            for (String link = path; ; pages++) {
                JsonPath page = SOURCE.get(link).statusCode(200).extract().jsonPath();
                items.addAll(page.getList("value"));
                link = page.getString("'@odata.nextLink'");
                if (link == null) {
                    return new Round(items, pages + 1, page.getString("'@odata.deltaLink'"));
                }
            }
        }

        List<Object> ids() {
            return items.stream().map(item -> item.get("id")).toList();
        }

        /** Ids of all members of all appearances of a group. */
        List<String> members(String group) {
            return items.stream()
                    .filter(item -> item.get("id").equals(group))
                    .flatMap(item ->
                            ((List<Map<String, String>>) item.getOrDefault("members@delta", List.of())).stream())
                    .map(member -> member.get("id"))
                    .toList();
        }
    }

    private static void largeGroup() {
        String members = IntStream.range(0, MEMBERS)
                .mapToObj(i -> "user" + i + "@" + DOMAIN)
                .collect(Collectors.joining(", "));
        String users = IntStream.range(0, MEMBERS)
                .mapToObj(i -> "\n      - {displayName: User, userPrincipalName: user" + i + "@" + DOMAIN + "}")
                .collect(Collectors.joining());
        LoadedScenario.load("tenants:\n  - alias: source\n    id: " + SOURCE_ID
                + "\n    displayName: Alderwood\n    initialDomain: " + DOMAIN + "\n    users:" + users
                + "\n    groups:\n      - displayName: dock\n        members: [" + members + "]\n");
    }

    @Test
    void aLargeGroupComesOnSeveralPagesWithOtherMembersOnEach() {
        largeGroup();
        String dock = SOURCE.get("/v1.0/groups").extract().path("value[0].id");

        Round round = Round.of("/v1.0/groups/delta?$select=displayName,members");

        assertThat(round.pages, greaterThan(1));
        assertThat(round.ids(), everyItem(is(dock)));
        assertThat(round.members(dock).stream().distinct().toList(), hasSize(MEMBERS));
        assertThat(round.members(dock), hasSize(MEMBERS));
    }

    @Test
    void everyObjectComesOnceInTheFirstRound() {
        largeGroup();

        Round round = Round.of("/v1.0/users/delta?$select=displayName");

        assertThat(round.ids(), hasSize(MEMBERS));
        assertThat(round.ids().stream().distinct().toList(), hasSize(MEMBERS));
    }

    @Test
    void whatChangesDuringTheFirstRoundComesWithTheFirstDeltaLink() {
        largeGroup();
        JsonPath first = SOURCE.get("/v1.0/users/delta").extract().jsonPath();
        String shown = first.getString("value[0].id");
        SOURCE.patch("/v1.0/users/" + shown, "{'jobTitle':'Docker'}").statusCode(204);
        String late = SOURCE.newUser("late");

        String deltaLink = Round.of(first.getString("'@odata.nextLink'")).deltaLink();

        SOURCE.get(deltaLink)
                .body("value.id", containsInAnyOrder(shown, late))
                .body("value.find{it.id=='" + shown + "'}.jobTitle", is("Docker"));
    }

    @Test
    void manyChangesComePageByPageAndEndInADeltaLink() {
        largeGroup();
        String link =
                SOURCE.get("/v1.0/groups/delta?$deltatoken=latest").extract().path("'@odata.deltaLink'");
        String dock = SOURCE.get("/v1.0/groups").extract().path("value[0].id");
        SOURCE.patch(
                        "/v1.0/groups/" + dock,
                        "{'groupTypes':['DynamicMembership'],'membershipRule':'user.city -eq \\'Oslo\\'','membershipRuleProcessingState':'On'}")
                .statusCode(204);

        Round round = Round.of(link);

        assertThat(round.pages, greaterThan(1));
        assertThat(round.members(dock).stream().distinct().toList(), hasSize(MEMBERS));
        SOURCE.get(round.deltaLink()).body("value", hasSize(0));
    }

    @Test
    void changesOfDirectoryObjectsOfAnyTypeAreTracked() {
        String link = Round.of("/v1.0/directoryObjects/delta").deltaLink();
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");

        SOURCE.get(link)
                .body("value.id", containsInAnyOrder(ana, dock))
                .body("value.find{it.id=='" + dock + "'}.'@odata.type'", is("#microsoft.graph.group"));
    }

    @Test
    void directoryObjectsAreNarrowedToSeveralTypes() {
        String filter = "?$filter=isof('microsoft.graph.user') or isof('microsoft.graph.group')";
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        Round round = Round.of("/v1.0/directoryObjects/delta" + filter);
        SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}").statusCode(201);

        assertThat(round.ids(), containsInAnyOrder(ana, dock));
        SOURCE.get(round.deltaLink()).body("value", hasSize(0));
    }

    @Test
    void anIdFilterHoldsForChangesToo() {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        String link = Round.of("/v1.0/users/delta?$filter=id eq '" + ana + "'").deltaLink();
        SOURCE.patch("/v1.0/users/" + ben, "{'jobTitle':'Docker'}");
        SOURCE.get(link).body("value", hasSize(0));
        SOURCE.patch("/v1.0/users/" + ana, "{'jobTitle':'Docker'}");

        SOURCE.get(link).body("value.id", containsInAnyOrder(ana));
    }

    @Test
    void applicationsServicePrincipalsAndGrantsAreTracked() {
        String apps = Round.of("/v1.0/applications/delta").deltaLink();
        String principals = Round.of("/v1.0/servicePrincipals/delta").deltaLink();
        String grants = Round.of("/v1.0/oauth2PermissionGrants/delta").deltaLink();
        JsonPath app = SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}")
                .extract()
                .jsonPath();
        String principal =
                GraphHttp.created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + app.getString("appId") + "'}"));
        String grant = GraphHttp.created(SOURCE.post(
                "/v1.0/oauth2PermissionGrants",
                "{'clientId':'" + principal + "','consentType':'AllPrincipals','resourceId':'" + principal
                        + "','scope':'User.Read'}"));

        SOURCE.get(apps).body("value.id", hasItem(app.getString("id")));
        SOURCE.get(principals).body("value.id", hasItem(principal));
        SOURCE.get(grants).body("value.id", hasItems(grant)).body("value[0].scope", is("User.Read"));
        SOURCE.delete("/v1.0/oauth2PermissionGrants/" + grant);
        SOURCE.get(grants).body("value[0].'@removed'.reason", is("deleted"));
    }

    @Test
    void aMemberOfAnyTypeIsToldWithItsType() {
        String dock = SOURCE.newGroup("dock");
        String quay = SOURCE.newGroup("quay");
        String link = Round.of("/v1.0/groups/delta").deltaLink();
        SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", GraphHttp.reference(quay));
        SOURCE.delete("/v1.0/groups/" + quay);

        SOURCE.get(link)
                .body(
                        "value.find{it.id=='" + dock + "'}.'members@delta'[0].'@odata.type'",
                        is("#microsoft.graph.group"));
    }

    @Test
    void aDeletedMemberIsNoMemberInTheFirstRound() {
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", GraphHttp.reference(ana));
        SOURCE.delete("/v1.0/users/" + ana);

        SOURCE.get("/v1.0/groups/delta").body("value[0]", not(hasKey("members@delta")));
    }

    @Test
    void onlyWholeSetsAreTracked() {
        refused(
                SOURCE.get("/v1.0/users/" + SOURCE.newUser("ana") + "/memberOf/delta"),
                400,
                "BadRequest",
                "Unsupported request: Change tracking is not supported against 'microsoft.graph.directoryObject'.");
    }

    @Test
    void aTokenOfAnotherTenantOrResourceIsRefused() {
        String link = Round.of("/v1.0/users/delta").deltaLink();

        refused(TARGET.get(link), 400, "Request_BadRequest");
        refused(SOURCE.get(link.replace("/users/", "/groups/")), 400, "Request_BadRequest");
    }

    @Test
    void aTokenFromBeforeAResetBeginsAnew() {
        SOURCE.newUser("ana");
        String link = Round.of("/v1.0/users/delta").deltaLink();
        world();

        refused(SOURCE.get(link), 410, "syncStateNotFound");
    }
}
