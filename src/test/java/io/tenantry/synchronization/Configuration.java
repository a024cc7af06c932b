package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.TwoTenants.SOURCE;
import static io.tenantry.graph.TwoTenants.SOURCE_ID;
import static io.tenantry.graph.TwoTenants.TARGET;
import static io.tenantry.graph.TwoTenants.TARGET_ID;

import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;

/** A configuration of cross-tenant synchronization in the source tenant, made through Graph. */
record Configuration(String servicePrincipal, String application, String appId, String role) {
    static final String TEMPLATE = "/v1.0/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";
    static final String CREDENTIALS =
            "[{'key':'CompanyId','value':'" + TARGET_ID + "'},{'key':'AuthenticationType','value':'SyncPolicy'}]";
    private static final String PARTNERS = "/v1.0/policies/crossTenantAccessPolicy/partners";

    static Configuration instantiated() {
        return instantiated(SOURCE);
    }

    static Configuration instantiated(GraphHttp caller) {
        ValidatableResponse made = caller.post(TEMPLATE + "/instantiate", "{'displayName':'Adatum Sync'}")
                .statusCode(201);
        return new Configuration(
                made.extract().path("servicePrincipal.id"),
                made.extract().path("application.id"),
                made.extract().path("application.appId"),
                made.extract().path("servicePrincipal.appRoles[0].id"));
    }

    /** Both tenants allow it. */
    static void allowed() {
        inbound(true);
        TARGET.patch(
                PARTNERS + "/" + SOURCE_ID,
                "{'inboundTrust':null,'automaticUserConsentSettings':{'inboundAllowed':true}}");
        outbound();
    }

    static void inbound(boolean allowed) {
        TARGET.post(PARTNERS, "{'tenantId':'" + SOURCE_ID + "'}");
        done(TARGET.put(
                PARTNERS + "/" + SOURCE_ID + "/identitySynchronization",
                "{'userSyncInbound':{'isSyncAllowed':" + allowed + "}}"));
    }

    static void outbound() {
        SOURCE.post(PARTNERS, "{'tenantId':'" + TARGET_ID + "'}");
        done(SOURCE.patch(PARTNERS + "/" + TARGET_ID, "{'automaticUserConsentSettings':{'outboundAllowed':true}}"));
    }

    String root() {
        return "/v1.0/servicePrincipals/" + servicePrincipal + "/synchronization";
    }

    String jobs() {
        return root() + "/jobs";
    }

    String job() {
        return jobs() + "/" + jobId();
    }

    String jobId() {
        return "Azure2Azure." + SOURCE_ID.replace("-", "") + "." + appId;
    }

    Configuration withJob() {
        created(SOURCE.post(jobs(), "{'templateId':'Azure2Azure'}"));
        return this;
    }

    Configuration withSecrets() {
        done(SOURCE.put(root() + "/secrets", "{'value':" + CREDENTIALS + "}"));
        return this;
    }

    void assign(String user) {
        created(SOURCE.post(
                "/v1.0/servicePrincipals/" + servicePrincipal + "/appRoleAssignedTo",
                "{'principalId':'" + user + "','resourceId':'" + servicePrincipal + "','appRoleId':'" + role + "'}"));
    }

    ValidatableResponse onDemand(String rule, String user) {
        return SOURCE.post(
                job() + "/provisionOnDemand",
                "{'parameters':[{'ruleId':'" + rule + "','subjects':[{'objectId':'" + user
                        + "','objectTypeName':'User'}]}]}");
    }

    String rule() {
        return SOURCE.get(job() + "/schema").extract().path("synchronizationRules[0].id");
    }
}
