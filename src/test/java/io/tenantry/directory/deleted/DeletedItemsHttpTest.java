package io.tenantry.directory.deleted;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** directory.md §9. */
@QuarkusTest
class DeletedItemsHttpTest implements TwoTenants {
    private static final String DELETED = "/v1.0/directory/deletedItems";

    private static String deletedUser() {
        String id = SOURCE.newUser("ana");
        done(SOURCE.delete("/v1.0/users/" + id));
        return id;
    }

    @Test
    void aDeletedUserIsListedByTypeUnderAPrefixedName() {
        String id = deletedUser();

        missing(SOURCE.get("/v1.0/users/" + id), id);
        missing(SOURCE.get("/v1.0/directoryObjects/" + id), id);
        SOURCE.get(DELETED + "/microsoft.graph.user?$select=id,userPrincipalName")
                .body("value.userPrincipalName", contains(id.replace("-", "") + "ana@" + DOMAIN));
    }

    @Test
    void aDeletedItemTellsTypeAndTime() {
        SOURCE.get(DELETED + "/" + deletedUser())
                .body("'@odata.context'", endsWith("#directoryObjects/$entity"))
                .body("'@odata.type'", is("#microsoft.graph.user"))
                .body("deletedDateTime", notNullValue());
    }

    @Test
    void aRestoredUserIsBackInItsGroups() {
        String id = SOURCE.newUser("ana");
        String members = "/v1.0/groups/" + SOURCE.newGroup("dock") + "/members";
        SOURCE.post(members + "/$ref", reference(id));
        SOURCE.delete("/v1.0/users/" + id);

        SOURCE.post(DELETED + "/" + id + "/restore")
                .statusCode(200)
                .body("'@odata.type'", is("#microsoft.graph.user"))
                .body("userPrincipalName", is("ana@" + DOMAIN));
        SOURCE.get(members).body("value.id", contains(id));
    }

    @Test
    void aNameThatIsTakenMeanwhileNeedsAnother() {
        String id = deletedUser();
        SOURCE.newUser("ana");

        refused(
                SOURCE.post(DELETED + "/" + id + "/restore"),
                400,
                "Request_BadRequest",
                "Another object with the same value for property userPrincipalName already exists.");
        SOURCE.post(DELETED + "/" + id + "/restore", "{'newUserPrincipalName':'ana2@" + DOMAIN + "'}")
                .statusCode(200)
                .body("userPrincipalName", is("ana2@" + DOMAIN));
    }

    @Test
    void aPurgedUserIsGone() {
        String id = deletedUser();
        done(SOURCE.delete(DELETED + "/" + id));

        missing(SOURCE.get(DELETED + "/" + id), id);
        missing(SOURCE.post(DELETED + "/" + id + "/restore"), id);
    }

    @Test
    void aSecurityGroupIsNotKept() {
        String id = SOURCE.newGroup("dock");
        done(SOURCE.delete("/v1.0/groups/" + id));

        missing(SOURCE.get(DELETED + "/" + id), id);
    }

    @Test
    void aListNeedsAType() {
        SOURCE.get(DELETED).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"user, User.Read.All, Application.Read.All", "group, Group.Read.All, User.Read.All"})
    void eachTypeHasItsPermission(String type, String enough, String other) {
        String path = DELETED + "/microsoft.graph." + type;

        SOURCE.app(enough).get(path).statusCode(200);
        SOURCE.app(other).get(path).statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0/directoryObjects", "/beta/directoryObjects", "/v1.0/directory/deletedItems"})
    void objectsOfAllTypesAreNotListed(String path) {
        refused(
                SOURCE.get(path),
                400,
                "Request_UnsupportedQuery",
                "Searches against this resource are not supported. Only specific instances can be queried.");
    }
}
