package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Update synchronizationSchema: the owner of an application changes the schema of its template (synchronization-api.md §6). */
@QuarkusTest
class TemplateSchemaHttpTest implements TwoTenants {
    private static final String TEMPLATE = "/synchronization/templates/Azure2Azure/schema";
    private static final String DEFAULT = "\"defaultValue\":\"en-US\"";
    private static final String CHANGED = "\"defaultValue\":\"nb-NO\"";

    private Configuration made;
    private String ofApplication;

    @BeforeEach
    void configuration() {
        made = Configuration.instantiated();
        ofApplication = "/v1.0/applications/" + made.application() + TEMPLATE;
    }

    private static String read(String path) {
        return SOURCE.get(path).statusCode(200).extract().asString().replaceAll("\"@odata[^,]*,", "");
    }

    private String changed() {
        return read(ofApplication).replace(DEFAULT, CHANGED);
    }

    private static void shows(String path, boolean changed) {
        SOURCE.get(path)
                .body(
                        "synchronizationRules[0].objectMappings[0].attributeMappings.defaultValue",
                        hasItem(changed ? "nb-NO" : "en-US"));
    }

    @Test
    void jobsTakeTheSchemaOfTheirTemplate() {
        made.withJob();
        done(SOURCE.put(ofApplication, changed()));
        SOURCE.get(ofApplication)
                .body("id", is("Azure2Azure.00000000000000000000000000000000"))
                .body("version", startsWith("Date:"));
        shows(made.root() + "/templates/Azure2Azure/schema", true);
        shows(made.job() + "/schema", true);
        SOURCE.get(made.job() + "/schema").body("id", is(made.jobId()));
        SOURCE.get(made.root() + "/templates").body("value[0].schema.version", startsWith("Date:"));
        Configuration other = Configuration.instantiated().withJob();
        shows(other.job() + "/schema", false);
    }

    @Test
    void aJobWithASchemaOfItsOwnKeepsItAndGetsTheTemplatesWhenItIsReset() {
        made.withJob();
        done(SOURCE.put(made.job() + "/schema", read(made.job() + "/schema")));
        done(SOURCE.put(ofApplication, changed()));
        shows(made.job() + "/schema", false);
        done(SOURCE.delete(made.job() + "/schema"));
        shows(made.job() + "/schema", true);
    }

    @Test
    void whatIsNoSchemaIsRefused() {
        refused(SOURCE.put(ofApplication, "{'synchronizationRules':[]}"), 400, "schemaInvalid");
        refused(
                SOURCE.put(ofApplication, changed().replace("\"matchingPriority\":1", "\"matchingPriority\":0")),
                400,
                "schemaInvalid");
        shows(ofApplication, false);
    }

    @Test
    void theTemplateIsOnlyReadAtTheServicePrincipal() {
        SOURCE.put("/v1.0/servicePrincipals/" + made.servicePrincipal() + TEMPLATE, changed())
                .statusCode(405);
        refused(SOURCE.patch(ofApplication, "{}"), 404, "UnknownError");
        shows(ofApplication, false);
    }

    @Test
    void theTemplateItselfIsDescribedByItsOwner() {
        String template = ofApplication.replace("/schema", "");
        SOURCE.patch(template, "{'description':'Ours','discoverable':false}")
                .statusCode(200)
                .body("id", is("Azure2Azure"))
                .body("description", is("Ours"));
        SOURCE.get(made.root() + "/templates/Azure2Azure")
                .body("description", is("Ours"))
                .body("discoverable", is(false))
                .body("default", is(true))
                .body("schema.version", is("v1.2"));
        SOURCE.patch(template, "{'description':null,'factoryTag':'Azure2Azure'}")
                .statusCode(200)
                .body("description", nullValue());
        refused(SOURCE.patch(template, "{'factoryTag':'Other'}"), 400, "RequestParameterInvalid");
        SOURCE.get(template).body("discoverable", is(false));
        made.withJob();
        SOURCE.get(made.job()).statusCode(200);
    }

    /** application-provisioning-configure-api: where an inlined schema belongs stands beside it. */
    @Test
    void anInlinedSchemaTellsWhereItBelongs() {
        made.withJob();
        String set = "$metadata#servicePrincipals('" + made.servicePrincipal() + "')/synchronization/";
        String template = set + "templates('Azure2Azure')/schema/$entity";
        SOURCE.get(made.root() + "/templates").body("value[0].'schema@odata.context'", endsWith(template));
        SOURCE.get(made.root() + "/templates/Azure2Azure").body("'schema@odata.context'", endsWith(template));
        String job = set + "jobs('" + made.jobId() + "')/schema/$entity";
        SOURCE.get(made.job() + "?$expand=schema").body("'schema@odata.context'", endsWith(job));
        SOURCE.get(made.jobs() + "?$expand=schema").body("value[0].'schema@odata.context'", endsWith(job));
        SOURCE.get(made.job() + "/schema").body("", not(hasKey("schema@odata.context")));
    }

    /** "You must be the owner of the application." */
    @Test
    void whoIsSignedInOwnsTheApplication() {
        String body = changed();
        refused(
                SOURCE.user("Synchronization.ReadWrite.All", "Application Administrator")
                        .put(ofApplication, body),
                403,
                "Authorization_RequestDenied");
        shows(ofApplication, false);
    }

    @Test
    void theTemplateGoesWithItsServicePrincipal() {
        done(SOURCE.put(ofApplication, changed()));
        done(SOURCE.delete("/v1.0/servicePrincipals/" + made.servicePrincipal()));
        SOURCE.post("/v1.0/directory/deletedItems/" + made.servicePrincipal() + "/restore", "{}")
                .statusCode(200);
        shows(ofApplication, false);
    }
}
