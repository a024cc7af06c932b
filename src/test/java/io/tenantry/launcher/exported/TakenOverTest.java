package io.tenantry.launcher.exported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tenantry.CpuTime;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders as tools write them become scenarios; those that are broken, foreign or hostile are refused with one line. */
class TakenOverTest {
    private static final String ANA = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String BEN = "aaaaaaaa-0000-4000-8000-000000000002";
    private static final String GROUP = "11111111-1111-4111-8111-111111111111";
    private static final String USERS =
            """
            {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users", "value": [
              {"id": "%s", "userPrincipalName": "ana.reis@contoso.com", "displayName": "Ana Reis", "givenName": "Ana", "mail": "ana.reis@contoso.com",
               "proxyAddresses": ["SMTP:ana.reis@contoso.com", "smtp:ana@contoso.com"], "mobilePhone": null, "employeeId": "4711",
               "department": "Dock", "manager": {"id": "%s"}, "assignedLicenses": [{"skuId": "x"}], "neverHeardOf": 1},
              {"id": "%s", "userPrincipalName": "ben@contoso.com", "displayName": "Ben Holt"}]}"""
                    .formatted(ANA, BEN, BEN);

    @TempDir
    Path folder;

    private void file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode scenario() {
        return read(TakenOver.of(folder));
    }

    private static JsonNode read(TakenOver taken) {
        try {
            return new YAMLMapper().readTree(taken.yaml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String refusal() {
        String message =
                assertThrows(UnusableExport.class, () -> TakenOver.of(folder)).getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }

    @Test
    void aPageOfGraphBecomesUsers() {
        file("users.json", USERS);
        JsonNode tenant = scenario().at("/tenants/0");
        assertEquals("source.onmicrosoft.com", tenant.get("initialDomain").asText());
        assertEquals("contoso.com", tenant.at("/verifiedDomains/0").asText());
        JsonNode ana = tenant.at("/users/0");
        assertEquals(BEN, ana.get("manager").asText());
        assertEquals("Dock", ana.get("department").asText());
        for (String absent : new String[] {"mobilePhone", "assignedLicenses", "neverHeardOf"}) {
            assertFalse(ana.has(absent), absent);
        }
    }

    @Test
    void aFolderForEachObjectBecomesTheSame() {
        String bare = """
                {"id": "%s", "userPrincipalName": "%s@contoso.com", "displayName": "%s"}""";
        file("Users/" + ANA + "/" + ANA + ".json", bare.formatted(ANA, "ana", "Ana"));
        file("Users/" + BEN + "/" + BEN + ".json", bare.formatted(BEN, "ben", "Ben"));
        file(
                "Groups/" + GROUP + "/" + GROUP + ".json",
                "{\"id\":\"" + GROUP + "\",\"displayName\":\"Dock\",\"securityEnabled\":true}");
        file(
                "Groups/" + GROUP + "/Members/" + BEN + "/" + BEN + ".json",
                "{\"@odata.type\":\"#microsoft.graph.user\",\"id\":\"" + BEN + "\"}");
        JsonNode tenant = scenario().at("/tenants/0");
        assertEquals(2, tenant.get("users").size());
        assertEquals(BEN, tenant.at("/groups/0/members/0").asText());
    }

    @Test
    void utf16AndPagesInAListAreRead() throws IOException {
        byte[] text = ("\uFEFF[" + USERS + "]").getBytes(StandardCharsets.UTF_16LE);
        Files.write(folder.resolve("Users.JSON"), text);
        assertEquals(2, scenario().at("/tenants/0/users").size());
    }

    @Test
    void policiesAndJobComeWithTheTenants() {
        file("users.json", USERS);
        file(
                "sync/secrets.json",
                "{\"value\":[{\"key\":\"CompanyId\",\"value\":\"b12c4000-5eed-4b12-8d00-00000000b12c\"},{\"key\":\"Password\",\"value\":\"*\"}]}");
        file("sync/schema.json", "{\"id\":\"x\",\"synchronizationRules\":[{\"name\":\"USER_INBOUND_USER\"}]}");
        file("sync/assigned.json", "[{\"principalId\":\"" + ANA + "\",\"resourceId\":\"" + GROUP + "\"}]");
        file(
                "partners.json",
                "{\"value\":[{\"tenantId\":\"b12c4000-5eed-4b12-8d00-00000000b12c\",\"automaticUserConsentSettings\":{\"outboundAllowed\":true}}]}");
        JsonNode tenants = scenario().get("tenants");
        JsonNode job = tenants.at("/0/synchronizationJobs/0");
        assertEquals(
                "USER_INBOUND_USER",
                job.at("/schema/synchronizationRules/0/name").asText());
        assertEquals(ANA, job.at("/assignments/0").asText());
        assertEquals(2, job.get("secrets").size());
        assertEquals("b12c4000-5eed-4b12-8d00-00000000b12c", tenants.at("/1/id").asText());
        assertTrue(tenants.at("/1/partners/0/identitySynchronization/userSyncInbound/isSyncAllowed")
                .asBoolean());
    }

    @Test
    void theSamePersonIsReplacedByTheSameEverywhere() {
        file("users.json", USERS);
        file(
                "groups.json",
                "[{\"id\":\"" + GROUP + "\",\"displayName\":\"Friends of Ana Reis\",\"securityEnabled\":true}]");
        file("groups/" + GROUP + "/members.json", "{\"value\":[{\"id\":\"" + ANA + "\"}]}");
        TakenOver taken = TakenOver.disguised(folder, "key");
        for (String told : new String[] {"Ana", "Reis", "ana.reis", "contoso", "4711", ANA, BEN}) {
            assertFalse(taken.yaml().contains(told), told);
        }
        JsonNode tenant = read(taken).at("/tenants/0");
        JsonNode ana = tenant.at("/users/0");
        assertEquals(ana.get("userPrincipalName"), ana.get("mail"));
        assertEquals(
                "SMTP:" + ana.get("mail").asText(), ana.at("/proxyAddresses/0").asText());
        assertEquals(ana.get("id"), tenant.at("/groups/0/members/0"));
        assertEquals(tenant.at("/users/1/id"), ana.get("manager"));
        assertEquals("Dock", ana.get("department").asText());
        assertEquals(taken.yaml(), TakenOver.disguised(folder, "key").yaml());
        assertFalse(taken.yaml().equals(TakenOver.disguised(folder, "another").yaml()));
    }

    @Test
    void everyoneInALargeTenantKeepsAnAddressOfHisOwn() {
        StringBuilder users = new StringBuilder("[");
        for (int i = 0; i < 5000; i++) {
            users.append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"aaaaaaaa-0000-4000-8000-%012d\",\"userPrincipalName\":\"u%d@contoso.com\",\"displayName\":\"U\"}"
                                    .formatted(i, i));
        }
        file("users.json", users.append(']').toString());
        Set<String> names = new HashSet<>();
        read(TakenOver.disguised(folder, "key"))
                .at("/tenants/0/users")
                .forEach(user -> names.add(user.get("userPrincipalName").asText()));
        assertEquals(5000, names.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"value\": [ | users.json: line 1: ends too early",
                "{\"a\": 1, \"a\": 2} | users.json: line 1: the member 'a' comes twice",
                "not json | users.json: line 1: is not JSON",
                "{} {} | users.json: line 1: there is more behind the end of the document",
                "1e999999999 | users.json: line 1: a number is too large",
                "'  ' | users.json: is empty",
                "[{\"id\": \"1\", \"userPrincipalName\": \"a@b.example\"}] | users.json: the id '1' is no GUID",
                "[{\"userPrincipalName\": \"a@b.example\"}] | users.json: an object has no id",
            })
    void whatIsBrokenIsNamed(String content, String message) {
        file("users.json", content);
        assertEquals(message, refusal());
    }

    @Test
    void theSameObjectWithTwoNamesIsRefused() {
        file("a.json", USERS);
        file("b.json", USERS.replace("Ben Holt", "Ben Hult"));
        assertEquals("b.json: the object " + BEN + " comes twice, with different values of displayName", refusal());
    }

    @Test
    void whatHoldsNobodyIsRefused() {
        file("readme.txt", "hello");
        assertTrue(refusal().contains("holds no users"));
        assertThrows(UnusableExport.class, () -> TakenOver.of(folder.resolve("nowhere")));
    }

    @Test
    void linksOutOfTheFolderAreRefused(@TempDir Path elsewhere) throws IOException {
        file("users.json", USERS);
        Files.createSymbolicLink(folder.resolve("more"), elsewhere);
        assertEquals("more: is a link that leads out of the folder", refusal());
        Files.delete(folder.resolve("more"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertEquals(2, scenario().at("/tenants/0/users").size());
    }

    @Test
    void bombsCostLittle() throws IOException {
        file("deep.json", "[".repeat(1_000_000));
        CpuTime.within(Duration.ofSeconds(5), () -> assertTrue(refusal().contains("nested deeper")));
        Files.delete(folder.resolve("deep.json"));
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.json").toFile(), "rw")) {
            large.setLength(3L << 30);
        }
        CpuTime.within(Duration.ofSeconds(5), () -> assertEquals("large.json: is larger than 256 MB", refusal()));
    }
}
