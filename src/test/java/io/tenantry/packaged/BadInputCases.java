package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** So is what no client should send besides: queries, addresses, headers, methods. */
abstract class BadInputCases extends BadBodyCases {
    @Test
    void tenThousandBracketsInAFilterAreRefused() throws IOException {
        refusedFilter("(".repeat(DEPTH));
        refusedFilter("(".repeat(DEPTH) + "displayName eq 'a'" + ")".repeat(DEPTH));
        refusedFilter("not(".repeat(4000) + "displayName eq 'a'" + ")".repeat(4000));
        refusedFilter("not ".repeat(4000) + "displayName eq 'a'");
        refusedFilter("tolower(".repeat(2000) + "displayName" + ")".repeat(2000) + " eq 'a'");
        refusedFilter("proxyAddresses/any(p:".repeat(500) + "p eq 'a'" + ")".repeat(500));
    }

    private void refusedFilter(String filter) throws IOException {
        refused(source.get("/v1.0/users?$filter=" + encoded(filter)));
    }

    /** Long is not wrong: an address of 64 KB holds about 1,000 comparisons. */
    @ParameterizedTest
    @ValueSource(ints = {16, 200, 900, 1200})
    void longChainsOfComparisonsAreAnsweredOrRefused(int length) throws IOException {
        for (String word : List.of(" or ", " and ")) {
            String filter = IntStream.range(0, length)
                    .mapToObj(i -> "employeeId eq '" + i + "'")
                    .collect(Collectors.joining(word));
            closed(source.get("/v1.0/users?$filter=" + encoded(filter)));
            closed(source.get("/v1.0/groups?$filter=" + encoded(filter.replace("employeeId", "displayName"))));
            closed(source.get(
                    "/v1.0/auditLogs/provisioning?$filter=" + encoded(filter.replace("employeeId", "jobId"))));
        }
        String list = IntStream.range(0, length).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));
        closed(source.get("/v1.0/users?$filter=" + encoded("id in (" + list + ")")));
        closed(source.get("/v1.0/users?$orderby=" + "displayName,".repeat(length) + "displayName"));
        closed(source.get("/v1.0/users?$select=" + "id,".repeat(length) + "id"));
        closed(source.get("/v1.0/users?$expand=" + "manager,".repeat(length) + "manager"));
        closed(source.get(
                "/v1.0/users?$expand=" + encoded("manager($expand=".repeat(length) + "manager" + ")".repeat(length))));
        closed(source.get("/v1.0/users?" + "$top=1&".repeat(length)));
        closed(source.get("/v1.0/users?$select=" + "microsoft.graph.user/".repeat(length) + "id"));
        String lambda =
                IntStream.range(0, length).mapToObj(i -> "p eq '" + i + "'").collect(Collectors.joining(" or "));
        closed(source.get("/v1.0/users?$filter=" + encoded("proxyAddresses/any(p:" + lambda + ")")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$top=-1",
                "$top=99999999999999999999",
                "$top=a",
                "$skiptoken=a",
                "$skiptoken=%00",
                "$skiptoken=bnVsbA",
                "$filter=%27",
                "$filter=%ff",
                "$filter=a%00b",
                "$filter=id%20eq%20%27%00%27",
                "$filter=displayName%20eq%20%27%00%27",
                "$filter=startswith(displayName,%27%00%27)",
                "$orderby=%00",
                "$expand=%00",
                "$select=%00",
                "$nothing=1",
                "$format=%00",
                "$search=%22%00%22",
                "$count=%00",
                "$filter=createdDateTime%20gt%209999999999-01-01",
                "$filter=proxyAddresses/any(p:p%20eq%20%27%00%27)",
                "$filter=id%20in%20(%27%00%27)"
            })
    void nothingAQuerySaysIsAFailureOfTheServer(String query) throws IOException {
        closed(source.get("/v1.0/users?" + query));
        closed(source.get("/v1.0/users/delta?" + query));
        closed(source.get("/v1.0/groups?" + query));
        closed(source.get("/v1.0/auditLogs/directoryAudits?" + query));
        closed(source.get(LIV + "?" + query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-dead-4bad-8bad-00000000dead",
                "nobody.example",
                "nobody",
                "5eed0001",
                "%00",
                "%ff",
                "..;",
                "a%2fb",
                "%27",
                "*"
            })
    void anUnknownTenantIsRefusedInEveryPath(String tenant) throws IOException {
        String form =
                "grant_type=client_credentials&client_id=" + SOURCE + "&client_secret=a&scope=a/.default&resource=a";
        for (String path : List.of("/oauth2/v2.0/token", "/oauth2/token")) {
            refused(source.send("POST", "/" + tenant + path, form.getBytes(UTF_8), FORM));
        }
        for (String path : List.of(
                "/v2.0/.well-known/openid-configuration",
                "/.well-known/openid-configuration",
                "/discovery/v2.0/keys",
                "/discovery/keys")) {
            closed(source.get("/" + tenant + path));
        }
        refused(source.post("/_tenantry/tenants/" + tenant + "/tokens", "{}"));
        refused(source.post("/_tenantry/tenants/" + tenant + "/jobs/a/run", "{}"));
        String named = "(tenantId='" + tenant + "')";
        refused(source.get("/v1.0/tenantRelationships/findTenantInformationByTenantId" + named));
        refused(source.get("/v1.0/policies/crossTenantAccessPolicy/partners/" + tenant));
        refused(source.put(
                "/v1.0/policies/crossTenantAccessPolicy/partners/" + tenant + "/identitySynchronization",
                "{\"userSyncInbound\": {\"isSyncAllowed\": true}}"));
    }

    @Test
    void aPartnerThatIsNoTenantAtAllIsRefused() throws IOException {
        for (String id : List.of("nobody", "", "5eed0002", "a\\u0000b")) {
            refused(source.post("/v1.0/policies/crossTenantAccessPolicy/partners", "{\"tenantId\": \"" + id + "\"}"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0/users/%",
                "/v1.0/users/%zz",
                "/v1.0/users/%f",
                "/v1.0/users?$filter=%",
                "/v1.0/users?%zz",
                "/%",
                "/%zz/oauth2/v2.0/token",
                "/_tenantry/%",
                "/_tenantry/tenants/%zz/tokens",
                "/common/userrealm/%zz",
                "/v1.0/users/{id}",
                "/v1.0/users/a|b",
                "/v1.0/users/\""
            })
    void percentSignsThatEncodeNothingAreRefused(String target) throws IOException {
        refused(RawRequest.to(server, "GET", target)
                .header("Authorization", "Bearer " + source.token())
                .send());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0/nothing",
                "/v1.0/users/a/nothing",
                "/v1.0/users/%00",
                "/v1.0/users/%ff%fe",
                "/v1.0/users(%27",
                "/v1.0/users(",
                "/v1.0/users)",
                "/v1.0/groups/%00/members",
                "/v1.0/$nothing",
                "/v1.0/$count",
                "/v1.0/users/$count/$count",
                "/v1.0/me",
                "/v3.0/users",
                "/v1.0/users/..%2f..%2fgroups",
                "/_tenantry/nothing",
                "/_tenantry/snapshots/%00",
                "/_tenantry/snapshots/..%2f..",
                "/_tenantry/snapshots/nothing",
                "/nothing",
                "/q/nothing",
                "/v1.0/servicePrincipals/a/synchronization/jobs/b",
                "/v1.0/users/delta/delta",
                "/v1.0/directoryObjects/%00",
                "/v1.0/auditLogs/provisioning/%00"
            })
    void segmentsThatAreNotThereAreRefused(String path) throws IOException {
        refused(source.get(path));
    }

    @Test
    void addressesTooLongOrTooDeepAreRefused() throws IOException {
        refused(source.get("/v1.0/users/" + "a/".repeat(5000)));
        refused(source.get("/v1.0/" + "a".repeat(60_000)));
        refused(RawRequest.to(server, "GET", "/v1.0/users?$filter=" + "a".repeat(100_000))
                .send());
    }

    @Test
    void hugeHeadersAreRefused() throws IOException {
        refused(RawRequest.to(server, "GET", "/v1.0/users")
                .header("X-Huge", "a".repeat(200_000))
                .send());
        refused(RawRequest.to(server, "GET", "/v1.0/users")
                .header("Authorization", "Bearer " + "a".repeat(60_000))
                .send());
        refused(RawRequest.to(server, "GET", "/v1.0/users")
                .header("Authorization", "Bearer " + "a.".repeat(20_000))
                .send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "TRACE", "CONNECT", "FOO", "get", "PROPFIND", "OPTIONS", "HEAD"})
    void methodsThatAPathDoesNotHaveAreNoFailureOfTheServer(String method) throws IOException {
        for (String path : List.of(
                "/v1.0/users",
                "/v1.0/$batch",
                "/v1.0/$metadata",
                "/v1.0/organization",
                "/v1.0",
                TOKEN,
                "/_tenantry/health",
                "/_tenantry/tenants",
                "/" + SOURCE + "/v2.0/.well-known/openid-configuration",
                "/q/health",
                "/nothing")) {
            closed(RawRequest.to(server, method, path)
                    .header("Authorization", "Bearer " + source.token())
                    .send());
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
