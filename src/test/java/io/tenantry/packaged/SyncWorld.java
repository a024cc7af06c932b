package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A source with some thousand people in one group, a target, and a configuration that synchronizes this group. */
final class SyncWorld {
    static final int PEOPLE = Integer.getInteger("tenantry.kill.people", 2000);
    private static final String SOURCE = "71de0000-5eed-4a11-8d00-0000000050cc";
    private static final String TARGET = "71de0000-5eed-4a11-8d00-000000007a67";
    private static final String GALLERY = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";
    private static final String COMPARED =
            "userPrincipalName,displayName,givenName,surname,mail,otherMails,proxyAddresses,userType,accountEnabled,department,city,"
                    + "employeeId,preferredLanguage,officeLocation,creationType,externalUserState,showInAddressList";

    final Http source;
    final Http target;
    private final String job;

    private SyncWorld(Http source, Http target) throws IOException {
        this.source = source;
        this.target = target;
        this.job = configure();
    }

    /** A server that was started with {@link #scenario}; the job is not started yet. */
    static SyncWorld on(PackagedServer server) throws IOException {
        return new SyncWorld(server.tenant("source"), server.tenant("target"));
    }

    // ---- the scenario

    static Path scenario(Path folder) throws IOException {
        ObjectNode scenario = Json.object();
        ArrayNode tenants = scenario.putArray("tenants");
        ObjectNode source = tenants.addObject()
                .put("alias", "source")
                .put("id", SOURCE)
                .put("displayName", "Tidewell")
                .put("initialDomain", "tidewell.onmicrosoft.com");
        source.putArray("verifiedDomains").add("tidewell.example");
        people(source);
        tenants.addObject()
                .put("alias", "target")
                .put("id", TARGET)
                .put("displayName", "Marlow")
                .put("initialDomain", "marlow.onmicrosoft.com");
        return Files.writeString(folder.resolve("scenario.json"), Json.write(scenario));
    }

    private static void people(ObjectNode tenant) {
        ArrayNode users = tenant.putArray("users");
        ArrayNode members = tenant.putArray("groups")
                .addObject()
                .put("displayName", "Everybody")
                .putArray("members");
        for (int i = 0; i < PEOPLE; i++) {
            ObjectNode user = users.addObject()
                    .put("userPrincipalName", person(i))
                    .put("displayName", "Person " + i)
                    .put("givenName", "Person")
                    .put("surname", "Nº " + i)
                    .put("mail", person(i))
                    .put("department", "Department " + i % 12)
                    .put("employeeId", "E" + i)
                    .put("jobTitle", "v0");
            if (i > 0) {
                user.put("manager", person(i / 10));
            }
            members.add(person(i));
        }
    }

    static String person(int number) {
        return "p" + number + "@tidewell.example";
    }

    // ---- the configuration, as the how-to has it

    private String configure() throws IOException {
        agree(target, SOURCE, "inboundAllowed");
        String partner = "/v1.0/policies/crossTenantAccessPolicy/partners/" + SOURCE;
        target.put(partner + "/identitySynchronization", "{\"userSyncInbound\": {\"isSyncAllowed\": true}}")
                .expect(204);
        agree(source, TARGET, "outboundAllowed");
        Answer made = source.post(
                        "/v1.0/applicationTemplates/" + GALLERY + "/instantiate", "{\"displayName\": \"Marlow\"}")
                .expect(201);
        String principal = made.text("servicePrincipal.id");
        String synchronization = "/v1.0/servicePrincipals/" + principal + "/synchronization";
        String created = source.post(synchronization + "/jobs", "{\"templateId\": \"Azure2Azure\"}")
                .expect(201)
                .text("id");
        source.put(synchronization + "/secrets", secrets()).expect(204);
        assign(principal, made.text("servicePrincipal.appRoles.0.id"));
        return synchronization + "/jobs/" + created;
    }

    private static void agree(Http tenant, String other, String consent) throws IOException {
        String partners = "/v1.0/policies/crossTenantAccessPolicy/partners";
        tenant.post(partners, "{\"tenantId\": \"" + other + "\"}").expect(201);
        tenant.patch(partners + "/" + other, "{\"automaticUserConsentSettings\": {\"" + consent + "\": true}}")
                .expect(204);
    }

    private static String secrets() {
        return "{\"value\": [{\"key\": \"AuthenticationType\", \"value\": \"SyncPolicy\"}, {\"key\": \"CompanyId\", \"value\": \""
                + TARGET + "\"}, {\"key\": \"SyncAll\", \"value\": \"false\"}]}";
    }

    private void assign(String principal, String role) throws IOException {
        String group = source.all("/v1.0/groups").get(0).get("id").asText();
        ObjectNode body = Json.object()
                .put("principalId", group)
                .put("resourceId", principal)
                .put("appRoleId", role);
        source.post("/v1.0/servicePrincipals/" + principal + "/appRoleAssignedTo", Json.write(body))
                .expect(201);
    }

    // ---- the cycle

    /** The first cycle begins at once, and by itself again when the server comes back. */
    void startJob() throws IOException {
        source.post(job + "/start", "").expect(204);
    }

    boolean firstCycleEnded() {
        try {
            return !source.get(job).expect(200).text("status.code").equals("NotRun");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the first cycle has succeeded; then one more, which brings over what was changed meanwhile. */
    void finish() throws IOException {
        assertTrue(Await.until(Duration.ofSeconds(90), this::firstCycleEnded), "the first cycle does not end");
        String id = job.substring(job.lastIndexOf('/') + 1);
        source.post("/_tenantry/tenants/source/jobs/" + id + "/run", "").expect(200);
        JsonNode status = source.get(job).expect(200).json().get("status");
        assertEquals("Succeeded", status.at("/lastExecution/state").asText(), status::toString);
        assertEquals(PEOPLE, status.at("/synchronizedEntryCountByType/0/value").asInt(), status::toString);
    }

    /** How many people have arrived. */
    int synchronizedSoFar() {
        try {
            return (int) target.all("/v1.0/users?$top=999&$select=userPrincipalName").stream()
                    .filter(SyncWorld::external)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- what came of it

    /** The synchronized users of the target with everything that is mapped from the scenario, and their managers; in order. */
    List<String> synchronizedUsers() throws IOException {
        return target
                .all("/v1.0/users?$top=999&$expand=manager($select=userPrincipalName)&$select=" + COMPARED)
                .stream()
                .filter(SyncWorld::external)
                .map(SyncWorld::comparable)
                .sorted()
                .toList();
    }

    static boolean external(JsonNode user) {
        return user.get("userPrincipalName").asText().contains("#EXT#");
    }

    private static String comparable(JsonNode user) {
        String manager = user.at("/manager/userPrincipalName").asText("none");
        ((ObjectNode) user).remove("manager");
        return Json.write(user) + " manager " + manager;
    }

    /** Each person was created once, by the log of the source and by the audit log of the target. */
    void eachWasCreatedOnce() throws IOException {
        List<String> logged =
                source.all("/v1.0/auditLogs/provisioning?$top=500&$filter=provisioningAction%20eq%20'create'").stream()
                        .map(entry -> entry.at("/sourceIdentity/id").asText())
                        .toList();
        onceEach(logged, "entries of the provisioning log");
        List<String> audited = target
                .all("/v1.0/auditLogs/directoryAudits?$top=500&$filter=activityDisplayName%20eq%20'Add%20user'")
                .stream()
                .filter(audit ->
                        audit.at("/initiatedBy/app/displayName").asText().equals("Microsoft.Azure.SyncFabric"))
                .map(audit -> audit.at("/targetResources/0/id").asText())
                .toList();
        onceEach(audited, "audits of the target");
    }

    private static void onceEach(List<String> ids, String what) {
        Set<String> distinct = new TreeSet<>(ids);
        assertEquals(PEOPLE, distinct.size(), what);
        assertEquals(PEOPLE, ids.size(), what);
    }

    /** The job title of the synchronized users, at both ends: that of the source is changed while the cycle runs. */
    void jobTitlesHaveArrived() throws IOException {
        assertEquals(
                titles(source, "@tidewell.example", PEOPLE),
                titles(target, "_tidewell.example#EXT#@marlow.onmicrosoft.com", PEOPLE));
    }

    private static Set<String> titles(Http tenant, String suffix, int people) throws IOException {
        Set<String> titles = tenant.all("/v1.0/users?$top=999&$select=userPrincipalName,jobTitle").stream()
                .filter(user -> user.get("userPrincipalName").asText().matches("p\\d+\\Q" + suffix + "\\E"))
                .map(user -> user.get("userPrincipalName").asText().replaceFirst("\\Q" + suffix + "\\E", " ")
                        + user.get("jobTitle").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(people, titles.size());
        return titles;
    }
}
