package io.tenantry.directory.object;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications keep with an object under a name (directory.md §11). */
@QuarkusTest
class OpenExtensionsHttpTest implements TwoTenants {
    private static final String NAME = "com.contoso.roaming";
    private static final String BODY = "{'@odata.type':'microsoft.graph.openTypeExtension','extensionName':'" + NAME
            + "','theme':'dark','rank':3,'lists':['a','b'],'id':'" + NAME + "'}";

    private static String object(String type) {
        return "/v1.0/" + type + "/" + (type.equals("users") ? SOURCE.newUser("ana") : SOURCE.newGroup("dock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "groups"})
    void dataOfAnyNameIsKeptReplacedAndRemoved(String type) {
        String object = object(type);
        String extensions = object + "/extensions";

        SOURCE.post(extensions, BODY)
                .statusCode(201)
                .body("'@odata.context'", endsWith("')/extensions/$entity"))
                .body("'@odata.type'", is("#microsoft.graph.openTypeExtension"))
                .body("id", is(NAME))
                .body("extensionName", is(NAME))
                .body("theme", is("dark"));
        SOURCE.get(extensions).body("value.id", contains(NAME)).body("value[0].lists", contains("a", "b"));
        done(SOURCE.patch(extensions + "/" + NAME, "{'theme':'light','zone':'CET'}"));
        SOURCE.get(extensions + "/" + NAME)
                .statusCode(200)
                .body("theme", is("light"))
                .body("zone", is("CET"))
                .body("$", not(hasKey("rank")));
        SOURCE.get(extensions + "/" + NAME + "?$select=zone")
                .body("zone", is("CET"))
                .body("$", not(hasKey("theme")));
        SOURCE.get(object + "?$select=id&$expand=extensions").body("extensions.theme", contains("light"));
        done(SOURCE.delete(extensions + "/" + NAME));
        SOURCE.get(extensions).body("value", empty());
    }

    /** As EntraExporter reads users and groups. */
    @ParameterizedTest
    @ValueSource(strings = {"users", "groups"})
    void theyComeWithTheirObjects(String type) {
        SOURCE.post(object(type) + "/extensions", BODY).statusCode(201);

        for (String version : new String[] {"/v1.0/", "/beta/"}) {
            SOURCE.eventual()
                    .get(version + type + "?$count=true&$expand=extensions")
                    .statusCode(200)
                    .body("value.extensions.flatten().id", contains(NAME));
        }
    }

    @Test
    void aNameStandsOnceForAnObject() {
        String extensions = object("users") + "/extensions";
        SOURCE.post(extensions, BODY).statusCode(201);

        refused(SOURCE.post(extensions, BODY), 400, "Request_BadRequest", "An extension already exists with given id.");
        refused(SOURCE.post(extensions, "{'theme':'dark'}"), 400, "Request_BadRequest");
        SOURCE.post(object("groups") + "/extensions", BODY).statusCode(201);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String missing = object("users") + "/extensions/com.contoso.other";

        refused(SOURCE.get(missing), 404, "ResourceNotFound", "Extension with given id not found.");
        refused(SOURCE.patch(missing, "{'a':1}"), 404, "ResourceNotFound");
        refused(SOURCE.delete(missing), 404, "ResourceNotFound");
        refused(SOURCE.get("/v1.0/users/" + UNKNOWN + "/extensions"), 404, "Request_ResourceNotFound");
    }
}
