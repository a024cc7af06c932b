package io.tenantry.packaged.hostile;

import io.tenantry.packaged.Http;
import io.tenantry.packaged.PackagedServer;
import java.io.IOException;

/**
 * The demo with what attacks aim at: a job with a schema and a group that can hold roles, both in the source.
 *
 * @param source may do everything in its tenant, as may {@code target} in the other
 * @param weakToken of an application of the source that may write groups, and read users and applications
 * @param user id in the source
 * @param schemaPath of the job in the source
 */
record HostileWorld(
        Http source,
        Http target,
        String weakToken,
        String user,
        String targetUser,
        String privilegedGroup,
        String graphPrincipal,
        String schemaPath) {
    static final String SOURCE = "5eed0001-fe12-4000-8000-0000fe120001";
    private static final String GALLERY = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";

    static HostileWorld on(PackagedServer server) throws IOException {
        server.http().json("PUT", "/_tenantry/clock", "{\"frozen\":true}").expect(200);
        Http source = server.tenant("source");
        Http target = server.tenant("target");
        return new HostileWorld(
                source,
                target,
                server.http()
                        .post(
                                "/_tenantry/tenants/source/tokens",
                                "{\"type\":\"app\",\"scopes\":[\"Group.ReadWrite.All\",\"User.Read.All\",\"Application.Read.All\"]}")
                        .expect(200)
                        .text("access_token"),
                first(source, "/v1.0/users?$top=1"),
                first(target, "/v1.0/users?$top=1"),
                privilegedGroup(source),
                first(source, "/v1.0/servicePrincipals?$filter=appId%20eq%20'00000003-0000-0000-c000-000000000000'"),
                schemaPath(source));
    }

    private static String first(Http tenant, String path) throws IOException {
        return tenant.get(path).expect(200).text("value.0.id");
    }

    private static String privilegedGroup(Http source) throws IOException {
        return source.post(
                        "/v1.0/groups",
                        "{\"displayName\":\"Administrators\",\"mailNickname\":\"administrators\",\"mailEnabled\":false,"
                                + "\"securityEnabled\":true,\"isAssignableToRole\":true}")
                .expect(201)
                .text("id");
    }

    private static String schemaPath(Http source) throws IOException {
        String principal = source.post(
                        "/v1.0/applicationTemplates/" + GALLERY + "/instantiate", "{\"displayName\":\"Gullwick\"}")
                .expect(201)
                .text("servicePrincipal.id");
        String jobs = "/v1.0/servicePrincipals/" + principal + "/synchronization/jobs";
        String job = source.post(jobs, "{\"templateId\":\"Azure2Azure\"}")
                .expect(201)
                .text("id");
        return jobs + "/" + job + "/schema";
    }
}
