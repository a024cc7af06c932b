package io.tenantry.scenario.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.CpuTime;
import io.tenantry.family.KnownNames;
import io.tenantry.format.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioCheckerTest {
    private static final String ALDER =
            """
            tenants:
              - alias: source
                id: 5A1DE000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
            """;

    private final ScenarioChecker checker = new ScenarioChecker(new KnownNames());

    @Test
    void aCompleteScenarioIsRead() {
        Scenario scenario = read(ALDER
                + """
                    verifiedDomains: [Alderwood.example]
                    cloud: usgov
                    licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 1}]
                    clients:
                      - {appId: 5a1de000-c11e-4c0f-8d00-00000000c0f0, displayName: Scripts, secret: s, permissions: ["*"]}
                    users:
                      - userPrincipalName: ana@alderwood.example
                        displayName: Ana
                        manager: BEN@alderwood.onmicrosoft.com
                        assignedLicenses: [{skuId: %s, disabledPlans: []}]
                      - {userPrincipalName: ben@alderwood.onmicrosoft.com, displayName: Ben, accountEnabled: false, mail: null}
                    groups:
                      - {displayName: Dock, members: [ana@alderwood.example], owners: [ben@alderwood.onmicrosoft.com]}
                    roleAssignments: [{principal: ana@alderwood.example, role: Security Administrator}]
                    generate: {users: 10, groups: 2, seed: 42}
                """
                        .formatted(Ids.derived("sku/AAD_PREMIUM_P2")));
        TenantScenario tenant = scenario.tenants().get(0);
        assertEquals("5a1de000-5eed-4a11-8d00-00000000a11d", tenant.id());
        assertEquals(List.of("alderwood.onmicrosoft.com", "alderwood.example"), tenant.domains());
        assertEquals("usgov", tenant.cloud());
        assertEquals(new TenantScenario.Generate(10, 2, 42), tenant.generate());
        assertEquals("Scripts", tenant.clients().get(0).displayName());
    }

    @Test
    void partnersAndJobsBelongToATenant() {
        Scenario scenario = read(
                ALDER
                        + """
                    users: [{userPrincipalName: ana@alderwood.onmicrosoft.com, displayName: Ana}]
                    partners:
                      - tenantId: b12c4000-5eed-4b12-8d00-00000000b12c
                        identitySynchronization: {userSyncInbound: {isSyncAllowed: true}}
                    synchronizationJobs:
                      - displayName: Sync
                        secrets: [{key: SyncAll, value: "true"}]
                        schema: {synchronizationRules: []}
                        assignments: [ana@alderwood.onmicrosoft.com]
                        started: true
                """);
        assertEquals(1, scenario.tenants().get(0).document().get("partners").size());
    }

    @Test
    void partnersAndJobsThatDoNotFitAreNamed() {
        assertProblems(
                ALDER
                        + """
                            partners:
                              - {tenantId: 5a1de000-5eed-4a11-8d00-00000000a11d}
                              - {b2bCollaborationInbound: {}}
                            synchronizationJobs:
                              - {schema: {}, secrets: [{key: Nothing}], assignments: [ben], started: 1, mapping: x}
                        """,
                "tenants[0].partners[0].tenantId",
                "tenants[0].partners[1]",
                "tenants[0].synchronizationJobs[0].mapping",
                "tenants[0].synchronizationJobs[0].started",
                "tenants[0].synchronizationJobs[0].secrets[0].key",
                "tenants[0].synchronizationJobs[0].schema",
                "tenants[0].synchronizationJobs[0].assignments[0]");
    }

    private void assertProblems(String text, String... places) {
        ScenarioException refused = assertThrows(ScenarioException.class, () -> read(text));
        assertEquals(
                List.of(places).stream().sorted().toList(),
                refused.problems().stream()
                        .map(Problem::path)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void theSameInJsonIsTheSame() {
        Scenario scenario = read(
                """
                {"tenants": [{"id": "5a1de000-5eed-4a11-8d00-00000000a11d", "displayName": "Alderwood",
                  "initialDomain": "alderwood.onmicrosoft.com"}]}""");
        assertEquals("global", scenario.tenants().get(0).cloud());
    }

    @Test
    void everyMistakeIsNamedWithItsLineInTheOrderOfTheFile() {
        assertMistakes(
                ALDER
                        + """
                    colour: red
                    users:
                      - {userPrincipalName: ana@alderwood.onmicrosoft.com, displayName: Ana, department: 7}
                      - {userPrincipalName: ANA@alderwood.onmicrosoft.com, displayName: Ana, shoeSize: 40}
                """,
                "tenants[0].colour: unknown field; there are alias, id, displayName, initialDomain, verifiedDomains, cloud,"
                        + " licenses, clients, users, groups, roleAssignments, partners, synchronizationJobs, generate (line 6)",
                "tenants[0].users[0].department: must be text (line 8)",
                "tenants[0].users[1].userPrincipalName: userPrincipalName 'ANA@alderwood.onmicrosoft.com' is taken by"
                        + " tenants[0].users[0].userPrincipalName (line 9)",
                "tenants[0].users[1].shoeSize: a user has no such property (line 9)");
    }

    @Test
    void linesAreToldInJsonToo() {
        assertMistakes(
                """
                {
                  "tenants": [
                    {"displayName": "A",
                     "initialDomain": "a.example",
                     "id": "not-a-guid"},
                    {"displayName": 5, "initialDomain": "a.example", "id": "5a1de000-5eed-4a11-8d00-00000000a11d"}
                  ]
                }
                """,
                "tenants[0].id: 'not-a-guid' is not a GUID (line 5)",
                "tenants[1].displayName: must be text, not a number; put it in quotes (line 6)",
                "tenants[1].initialDomain: domain 'a.example' is taken by tenants[0].initialDomain (line 6)");
    }

    @Test
    void whatIsMissingIsNamedWhereItShouldBe() {
        assertMistakes(
                "tenants:\n  - alias: x\n",
                "tenants[0]: id is missing (line 2)",
                "tenants[0]: displayName is missing (line 2)",
                "tenants[0]: initialDomain is missing (line 2)");
        assertMistakes("tenants: []\n", "there is no tenant in it");
        assertMistakes("{}", "there is no tenant in it");
    }

    @Test
    void idsAliasesAndDomainsOfTenantsDiffer() {
        assertMistakes(
                ALDER
                        + """
                  - alias: SOURCE
                    id: 5a1de000-5eed-4a11-8d00-00000000a11d
                    displayName: Twin
                    initialDomain: twin.example
                    verifiedDomains: [twin.example]
                """,
                "tenants[1].alias: alias 'SOURCE' is taken by tenants[0].alias (line 6)",
                "tenants[1].id: id '5a1de000-5eed-4a11-8d00-00000000a11d' is taken by tenants[0].id (line 7)",
                "tenants[1].verifiedDomains[0]: domain 'twin.example' is taken by tenants[1].initialDomain (line 10)");
    }

    @Test
    void wrongKindsOfValuesAreNamed() {
        assertMistakes(
                """
                tenants:
                  - alias: [a]
                    id: 12
                    displayName: ""
                    initialDomain: no domain
                    verifiedDomains: alderwood.example
                    cloud: moon
                    users: {}
                    groups: [5]
                    generate: {users: -1, groups: many, fruit: 1}
                """,
                "tenants[0].alias: must be text, not a list (line 2)",
                "tenants[0].id: must be text, not a number; put it in quotes (line 3)",
                "tenants[0].displayName: is empty (line 4)",
                "tenants[0].initialDomain: 'no domain' is not a domain name (line 5)",
                "tenants[0].verifiedDomains: must be a list, not text (line 6)",
                "tenants[0].cloud: 'moon' is none of global, usgov, china (line 7)",
                "tenants[0].users: must be a list, not an object (line 8)",
                "tenants[0].groups[0]: must be an object, not a number (line 9)",
                "tenants[0].generate.fruit: unknown field; there are users, groups, seed (line 10)",
                "tenants[0].generate.users: must be between 0 and 5000000 (line 10)",
                "tenants[0].generate.groups: must be a whole number, not text (line 10)");
    }

    @Test
    void referencesMustLeadSomewhere() {
        assertMistakes(
                ALDER
                        + """
                    users:
                      - userPrincipalName: ana@alderwood.onmicrosoft.com
                        displayName: Ana
                        manager: nobody@alderwood.onmicrosoft.com
                    groups:
                      - displayName: Dock
                        members: [ana@alderwood.onmicrosoft.com, ghost@alderwood.onmicrosoft.com, ANA@alderwood.onmicrosoft.com]
                        owners: [0badc0de-0bad-4bad-8bad-0badc0de0bad]
                    roleAssignments:
                      - {principal: ghost, role: Security Administrator}
                      - {principal: ana@alderwood.onmicrosoft.com, role: Harbour Master}
                """,
                "tenants[0].users[0].manager: there is no user 'nobody@alderwood.onmicrosoft.com' in this tenant (line 9)",
                "tenants[0].groups[0].members[1]: there is no user or group 'ghost@alderwood.onmicrosoft.com' in this tenant (line 12)",
                "tenants[0].groups[0].members[2]: 'ANA@alderwood.onmicrosoft.com' is listed twice (line 12)",
                "tenants[0].groups[0].owners[0]: there is no user '0badc0de-0bad-4bad-8bad-0badc0de0bad' in this tenant (line 13)",
                "tenants[0].roleAssignments[0].principal: there is no user or group 'ghost' in this tenant (line 15)",
                "tenants[0].roleAssignments[1].role: there is no directory role 'Harbour Master' (line 16)");
    }

    @Test
    void idsAndAddressesOfObjectsDiffer() {
        assertMistakes(
                ALDER
                        + """
                    users:
                      - id: 0badc0de-0bad-4bad-8bad-0badc0de0bad
                        userPrincipalName: ana@alderwood.onmicrosoft.com
                        displayName: Ana
                        proxyAddresses: [SMTP:ana@alderwood.onmicrosoft.com]
                    groups:
                      - id: 0BADC0DE-0bad-4bad-8bad-0badc0de0bad
                        displayName: Dock
                        proxyAddresses: [smtp:ana@alderwood.onmicrosoft.com]
                """,
                "tenants[0].groups[0].id: id '0badc0de-0bad-4bad-8bad-0badc0de0bad' is taken by tenants[0].users[0].id (line 12)",
                "tenants[0].groups[0].proxyAddresses[0]: address 'smtp:ana@alderwood.onmicrosoft.com' is taken by"
                        + " tenants[0].users[0].proxyAddresses[0] (line 14)");
    }

    @Test
    void namesOfUsersStandInADomainOfTheTenant() {
        assertMistakes(
                ALDER
                        + """
                    users:
                      - {userPrincipalName: ana@elsewhere.example, displayName: Ana}
                      - {userPrincipalName: jörg@alderwood.onmicrosoft.com, displayName: Jörg}
                      - {userPrincipalName: ben, displayName: Ben}
                """,
                "tenants[0].users[0].userPrincipalName: 'elsewhere.example' is not among the tenant's domains (line 7)",
                "tenants[0].users[1].userPrincipalName: 'jörg@alderwood.onmicrosoft.com' is not a user principal name (line 8)",
                "tenants[0].users[2].userPrincipalName: 'ben' is not a user principal name (line 9)");
    }

    @Test
    void clientsHaveTheirOwnIdsAndPermissionsThatGraphHas() {
        assertMistakes(
                ALDER
                        + """
                    clients:
                      - {appId: 5a1de000-c11e-4c0f-8d00-00000000c0f0, secret: s, permissions: ["*", User.Read.All]}
                      - {appId: 5a1de000-c11e-4c0f-8d00-00000000c0f0, secret: 5, permissions: [User.Reed.All], owner: x}
                """,
                "tenants[0].clients[1].owner: unknown field; there are appId, displayName, secret, permissions (line 8)",
                "tenants[0].clients[1].appId: appId '5a1de000-c11e-4c0f-8d00-00000000c0f0' is taken by"
                        + " tenants[0].clients[0].appId (line 8)",
                "tenants[0].clients[1].permissions[0]: Graph has no permission 'User.Reed.All' (line 8)",
                "tenants[0].clients[1].secret: must be text, not a number; put it in quotes (line 8)");
    }

    @Test
    void licencesAreKnownAndNotHeldByMoreUsersThanThereAreUnits() {
        String sku = Ids.derived("sku/AAD_PREMIUM_P2");
        assertMistakes(
                ALDER
                        + """
                    licenses:
                      - {skuPartNumber: AAD_PREMIUM_P2, units: 1}
                      - {skuPartNumber: AAD_PREMIUM_P2, units: 2}
                      - {skuPartNumber: FLOWERS, units: 1}
                      - {skuPartNumber: TREES, skuId: 4b1f0a52-93c5-4d0e-8f0b-0a5f6f2b1c01, units: 1}
                    users:
                      - {userPrincipalName: a@alderwood.onmicrosoft.com, displayName: A, assignedLicenses: [{skuId: 0badc0de-0bad-4bad-8bad-0badc0de0bad}]}
                """
                                .replace("SKU", sku),
                "tenants[0].licenses[1].skuPartNumber: licence 'AAD_PREMIUM_P2' is listed twice (line 8)",
                "tenants[0].licenses[2].skuPartNumber: unknown licence 'FLOWERS'; give its skuId (line 9)",
                "tenants[0].users[0].assignedLicenses[0].skuId: the tenant has no licence '0badc0de-0bad-4bad-8bad-0badc0de0bad' (line 12)");
        assertMistakes(
                ALDER
                        + """
                    licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 1}]
                    users:
                      - {userPrincipalName: a@alderwood.onmicrosoft.com, displayName: A, assignedLicenses: [{skuId: SKU}]}
                      - {userPrincipalName: b@alderwood.onmicrosoft.com, displayName: B, assignedLicenses: [{skuId: SKU}]}
                """
                                .replace("SKU", sku),
                "tenants[0].users[1].assignedLicenses[0].skuId: more users hold licence '" + sku
                        + "' than it has units (1) (line 9)");
    }

    @Test
    void textThatIsNeitherJsonNorYamlIsRefusedWithTheLine() {
        assertTrue(refusal("{\"tenants\": [\n}").getMessage().contains("not well-formed JSON"));
        assertEquals(2, refusal("{\"tenants\": [\n}").problems().get(0).line());
        assertEquals(
                3, refusal("tenants:\n  - id: a\n b: [\n").problems().get(0).line());
        assertTrue(refusal("").getMessage().contains("a scenario is an object"));
        assertTrue(refusal("just words").getMessage().contains("a scenario is an object"));
        assertTrue(refusal(ALDER + "---\n" + ALDER).getMessage().contains("more than one document"));
        assertTrue(refusal("{\"tenants\": [], \"tenants\": []}").getMessage().contains("Duplicate field 'tenants'"));
        assertThrows(ScenarioException.class, () -> ScenarioText.of(new byte[] {(byte) 0xff, (byte) 0xfe, 0}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenants: [   | not well-formed YAML",
                "''           | object",
                "tenants: 7   | tenants: ",
                "colour: blue | colour: unknown field"
            })
    void whatIsNoScenarioIsToldInOneLine(String text, String why) {
        String told = refusal(text).getMessage();
        assertTrue(told.contains(why), told);
        assertEquals(1, told.lines().count(), told);
    }

    @Test
    void aliasBombsAndDeepNestingAreRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'l'; c++) {
            String before = "*" + (char) (c - 1);
            bomb.append(c + ": &" + c + " [" + String.join(",", java.util.Collections.nCopies(9, before)) + "]\n");
        }
        CpuTime.within(Duration.ofSeconds(5), () -> {
            assertTrue(refusal(bomb.toString()).getMessage().contains("(line 1)"));
            assertTrue(refusal("tenants: " + "[".repeat(10_000)).getMessage().contains("nesting depth"));
            assertTrue(
                    refusal("{\"tenants\": " + "[".repeat(10_000)).getMessage().contains("nesting depth"));
        });
        assertMistakes(
                ALDER + "    users: [{userPrincipalName: &u ana@alderwood.onmicrosoft.com, displayName: *u}]\n",
                "tenants[0].users[0].displayName: is a YAML alias; write the value itself (line 6)");
    }

    @Test
    void aFileOfTheWrongKindDoesNotDrownTheReader() {
        StringBuilder wrong = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            wrong.append("\"key").append(i).append("\": 1,\n");
        }
        assertEquals(1000, refusal(wrong + "\"tenants\": []}").problems().size());
    }

    private Scenario read(String text) {
        return checker.scenario(ScenarioText.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ScenarioException refusal(String text) {
        return assertThrows(ScenarioException.class, () -> read(text));
    }

    private void assertMistakes(String text, String... mistakes) {
        assertEquals(
                String.join("\n", mistakes),
                String.join(
                        "\n",
                        refusal(text).problems().stream().map(Problem::toString).toList()));
    }
}
