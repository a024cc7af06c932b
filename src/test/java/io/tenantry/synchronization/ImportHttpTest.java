package io.tenantry.synchronization;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.LoadedScenario;
import io.tenantry.graph.TwoTenants;
import io.tenantry.launcher.exported.TakenOver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Graph answers of a configuration, taken over as a scenario, is planned as the configuration itself is. */
@QuarkusTest
class ImportHttpTest implements TwoTenants {
    @TempDir
    Path folder;

    private Configuration made;

    private void exported(GraphHttp tenant, String path, String file) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, tenant.get(path).statusCode(200).extract().asString());
    }

    private ValidatableResponse plan(String job) {
        return given().body("{\"started\":true}")
                .post("/_tenantry/tenants/source/jobs/" + job + "/plan")
                .then()
                .statusCode(200)
                .body("gates.met", everyItem(is(true)));
    }

    private void configured() throws IOException {
        given().body("{\"frozen\":true}").put("/_tenantry/clock");
        Configuration.allowed();
        made = Configuration.instantiated().withJob().withSecrets();
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        SOURCE.newUser("cho");
        SOURCE.patch(
                "/v1.0/users/" + ana,
                "{'department':'Dock','city':'Faro','onPremisesExtensionAttributes':{'extensionAttribute1':'x'}}");
        SOURCE.put(
                "/v1.0/users/" + ana + "/manager/$ref",
                "{'@odata.id':'https://graph.microsoft.com/v1.0/users/" + ben + "'}");
        made.assign(ana);
        String group = SOURCE.post(
                        "/v1.0/groups",
                        "{'displayName':'Riggers','mailEnabled':false,'mailNickname':'riggers','securityEnabled':true,'members@odata.bind':['https://graph.microsoft.com/v1.0/users/"
                                + ben + "']}")
                .statusCode(201)
                .extract()
                .path("id");
        made.assign(group);
        exported(
                SOURCE,
                "/v1.0/users?$select=id,displayName,userPrincipalName,mail,mailNickname,userType,accountEnabled,city&$expand=manager($select=id)",
                "users.json");
        exported(SOURCE, "/v1.0/groups", "groups.json");
        exported(SOURCE, "/v1.0/groups/" + group + "/members", "groups/" + group + "/members.json");
        exported(SOURCE, "/v1.0/organization", "organization.json");
        exported(SOURCE, "/v1.0/policies/crossTenantAccessPolicy/partners", "partners.json");
        exported(SOURCE, made.job(), "sync/job.json");
        exported(SOURCE, made.job() + "/schema", "sync/schema.json");
        exported(SOURCE, made.root() + "/secrets", "sync/secrets.json");
        exported(SOURCE, "/v1.0/servicePrincipals/" + made.servicePrincipal(), "sync/principal.json");
        exported(
                SOURCE,
                "/v1.0/servicePrincipals/" + made.servicePrincipal() + "/appRoleAssignedTo",
                "sync/assigned.json");
        exported(TARGET, "/v1.0/organization", "target/organization.json");
        String partner = "/v1.0/policies/crossTenantAccessPolicy/partners/" + SOURCE_ID;
        exported(TARGET, partner, "target/partner.json");
        exported(TARGET, partner + "/identitySynchronization", "target/identitySynchronization.json");
    }

    @Test
    void theImportedJobIsPlannedAsTheOneThatWasExported() throws IOException {
        configured();
        Map<String, Integer> original = plan(made.jobId()).extract().path("counts");
        loaded(TakenOver.of(folder));
        plan(made.jobId())
                .body("counts", is(original))
                .body("counts.create", is(2))
                .body("objects.find{it.source.displayName=='ana'}.changes.find{it.name=='city'}.after", is("Faro"));
    }

    @Test
    void aDisguisedOneToo() throws IOException {
        configured();
        TakenOver taken = TakenOver.disguised(folder, "key");
        loaded(taken);
        String job = given().get("/_tenantry/tenants").then().extract().path("find{it.alias=='source'}.id");
        String appId = taken.yaml().replaceAll("(?s).*synchronizationJobs:.*?\"appId\": \"([^\"]+)\".*", "$1");
        plan("Azure2Azure." + job.replace("-", "") + "." + appId).body("counts.create", is(2));
    }

    private static void loaded(TakenOver taken) {
        LoadedScenario.load(taken.yaml());
    }
}
