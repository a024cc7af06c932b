package io.tenantry.directory.organization;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;

/** directory.md §12. */
@QuarkusTest
class OrganizationHttpTest implements TwoTenants {
    private static final String P2 = "84a661c4-e949-4bd2-a560-ed7766fcaf2b";
    private static final String BAD = "Request_BadRequest";

    private static String licences(String add, String remove) {
        return "{'addLicenses':[" + (add.isEmpty() ? "" : "{'skuId':'" + add + "'}") + "],'removeLicenses':[" + remove
                + "]}";
    }

    @Test
    void theOrganizationIsOneOfItsId() {
        SOURCE.get("/v1.0/organization")
                .body("'@odata.context'", endsWith("#organization"))
                .body("value.id", contains(SOURCE_ID))
                .body("value[0].verifiedDomains.name", contains(DOMAIN));
        refused(
                SOURCE.patch("/v1.0/organization/" + TARGET_ID, "{'technicalNotificationMails':[]}"),
                400,
                BAD,
                "Invalid tenant identifier; it must match that of the requested tenant.");
    }

    @Test
    void aDomainIsAddedUnverified() {
        SOURCE.post("/v1.0/domains", "{'id':'fresh.example'}").statusCode(201).body("isVerified", is(false));
        SOURCE.post("/v1.0/domains/fresh.example/verify").statusCode(200).body("isVerified", is(true));

        done(SOURCE.delete("/v1.0/domains/fresh.example"));
        SOURCE.get("/v1.0/domains").body("value.id", contains(DOMAIN));
    }

    @Test
    void aDomainTellsHowItWouldBeVerified() {
        SOURCE.post("/v1.0/domains", "{'id':'fresh.example'}").statusCode(201);
        String records = "/v1.0/domains/fresh.example/verificationDnsRecords";

        String text = SOURCE.get(records)
                .statusCode(200)
                .body("'@odata.context'", endsWith("#domains('fresh.example')/verificationDnsRecords"))
                .body(
                        "value.'@odata.type'",
                        contains("#microsoft.graph.domainDnsTxtRecord", "#microsoft.graph.domainDnsMxRecord"))
                .body("value.label", contains("fresh.example", "fresh.example"))
                .body("value[0].recordType", is("Txt"))
                .body("value[0].text", matchesPattern("MS=ms\\d{8}"))
                .body("value[1].mailExchange", matchesPattern("ms\\d{8}\\.msv1\\.invalid"))
                .extract()
                .path("value[0].text");
        SOURCE.get(records).body("value[0].text", is(text));
        SOURCE.get(records + "/microsoft.graph.domainDnsMxRecord").body("value.recordType", contains("Mx"));
        SOURCE.app("User.Read.All").get(records).statusCode(403);
    }

    @Test
    void whatHasANameOrAnAddressInADomainRefersToIt() {
        String references = "/v1.0/domains/fresh.example/domainNameReferences";
        SOURCE.post("/v1.0/domains", "{'id':'fresh.example'}").statusCode(201);
        SOURCE.post("/v1.0/domains/fresh.example/verify").statusCode(200);
        String named = SOURCE.newUser("ana");
        done(SOURCE.patch("/v1.0/users/" + named, "{'userPrincipalName':'ana@Fresh.example'}"));
        String addressed = SOURCE.newUser("ben", "'mail':'ben@fresh.example'");
        SOURCE.newUser("cho", "'mail':'cho@not-fresh.example'");
        String application = created(SOURCE.post(
                "/v1.0/applications", "{'displayName':'Crane','identifierUris':['https://fresh.example/crane']}"));

        SOURCE.get(references)
                .body("'@odata.context'", endsWith("#directoryObjects"))
                .body("value.id", containsInAnyOrder(named, addressed, application))
                .body("value.find{it.id=='" + named + "'}.'@odata.type'", is("#microsoft.graph.user"));
        SOURCE.get(references + "/microsoft.graph.user").body("value.id", containsInAnyOrder(named, addressed));
        SOURCE.get(references + "?$top=2").body("value", hasSize(2)).body("'@odata.nextLink'", notNullValue());
        SOURCE.eventual().get(references + "/$count").body(is("3"));
        SOURCE.app("Domain.Read.All")
                .get(references)
                .statusCode(200)
                .body("value.displayName", contains(null, null, null));
    }

    @Test
    void oneDomainIsTheDefault() {
        SOURCE.post("/v1.0/domains", "{'id':'fresh.example'}").statusCode(201);
        refused(
                SOURCE.patch("/v1.0/domains/fresh.example", "{'isDefault':true}"),
                400,
                BAD,
                "Invalid value specified for property 'isDefault' of resource 'Domain'.");
        SOURCE.post("/v1.0/domains/fresh.example/verify").statusCode(200);
        done(SOURCE.patch("/v1.0/domains/fresh.example", "{'isDefault':false}"));
        done(SOURCE.patch("/v1.0/domains/fresh.example", "{'isDefault':true}"));
        for (String value : new String[] {"false", "null"}) {
            refused(
                    SOURCE.patch("/v1.0/domains/fresh.example", "{'isDefault':" + value + "}"),
                    400,
                    BAD,
                    "Invalid value specified for property 'isDefault' of resource 'Domain'.");
        }

        SOURCE.get("/v1.0/domains").body("value.findAll{it.isDefault}.id", contains("fresh.example"));
    }

    @Test
    void aLicenceNeedsAPlaceAnOfferAndBothLists() {
        String assign = "/v1.0/users/" + SOURCE.newUser("ana") + "/assignLicense";

        refused(
                SOURCE.post(assign, "{'addLicenses':[]}"),
                400,
                "BadRequest",
                "One or more parameters of the operation 'assignLicense' are missing from the request payload. The missing parameters are: removeLicenses.");
        refused(
                SOURCE.post(assign, licences(P2, "")),
                400,
                BAD,
                "License assignment cannot be done for user with invalid usage location.");
    }

    @Test
    void anAssignedLicenceIsConsumed() {
        String id = SOURCE.newUser("ana", "'usageLocation':'NO'");
        refused(
                SOURCE.post("/v1.0/users/" + id + "/assignLicense", licences(UNKNOWN, "")),
                400,
                BAD,
                "License " + UNKNOWN + " does not correspond to a valid company License.");
        SOURCE.post("/v1.0/users/" + id + "/assignLicense", licences(P2, ""))
                .statusCode(200)
                .body("id", is(id));

        SOURCE.get("/v1.0/subscribedSkus").body("value.find{it.skuId=='" + P2 + "'}.consumedUnits", is(1));
        SOURCE.get("/v1.0/users?$filter=assignedLicenses/any(x:x/skuId eq " + P2 + ")")
                .body("value.id", contains(id));
        SOURCE.get("/v1.0/users/" + id + "/licenseDetails").body("value.skuPartNumber", contains("AAD_PREMIUM_P2"));
        String plan = "eec0eb4f-6444-4f95-aba0-50c24d67f998";
        SOURCE.post(
                        "/v1.0/users/" + id + "/assignLicense",
                        "{'addLicenses':[{'skuId':'" + P2 + "','disabledPlans':['" + plan + "']}],'removeLicenses':[]}")
                .statusCode(200);
        SOURCE.get("/v1.0/users/" + id + "/licenseDetails")
                .body(
                        "value[0].servicePlans.find{it.servicePlanId=='" + plan + "'}.provisioningStatus",
                        is("Disabled"));
    }
}
