package io.tenantry.directory.dynamic.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.CpuTime;
import io.tenantry.format.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Membership rules, asked about one user (directory.md §8). */
class RuleTest {
    private static final String GROUP = "fe4cc5ad-4556-546d-84bb-a595d556df56";
    private static final String MANAGER = "f0bac7fe-4ff7-5df6-8cee-5944a02d348a";
    private static final JsonNode USER = Json.parse(
            """
            {"id": "62e0b71f-8de4-5afd-8da9-d40a146b881c", "department": "Harbour Office", "userType": "Member", "accountEnabled": true,
             "userPrincipalName": "iris@x.example", "otherMails": ["iris@post.example", "i.moor@mail.example"],
             "employeeHireDate": "2026-01-10T00:00:00Z", "displayName": "Iris \\"Ira\\" O'Moor",
             "onPremisesExtensionAttributes": {"extensionAttribute3": "north"},
             "extension_0123456789abcdef0123456789abcdef_berth": "quay-4",
             "assignedPlans": [{"servicePlanId": "p1", "capabilityStatus": "Enabled", "service": "exchange"},
               {"servicePlanId": "p2", "capabilityStatus": "Deleted", "service": "SCO"}]}""");

    private static final Subject IRIS = subject(USER);

    private static Subject subject(JsonNode document) {
        return new Subject() {
            @Override
            public JsonNode value(String path) {
                JsonNode value = document;
                for (String name : path.split("/")) {
                    value = value == null ? null : value.get(name);
                }
                return value;
            }

            @Override
            public Set<String> directGroups() {
                return Set.of(GROUP);
            }

            @Override
            public String manager() {
                return MANAGER;
            }

            @Override
            public Instant now() {
                return Instant.parse("2026-01-05T00:00:00Z");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.department -eq \"harbour office\"",
                "user.department eq 'Harbour Office'",
                "user.department \u2013eq \"Harbour Office\"",
                "(user.department -startsWith \"HARB\")",
                "user.department -endsWith \"ice\"",
                "user.department -contains \"bour\"",
                "user.department -match \"^Ha.*\"",
                "user.department -match \"off\"",
                "user.department -in [\"Sales\", \"Harbour Office\"]",
                "user.department -notIn ['Sales','Law']",
                "user.city -eq null",
                "user.city -ne \"Faro\"",
                "user.city -notContains \"x\"",
                "user.objectId -ne null",
                "user.accountEnabled -eq true",
                "user.accountEnabled -ne false",
                "user.displayName -eq \"Iris `\"Ira`\" O'Moor\"",
                "user.displayName -eq 'Iris \"Ira\" O''Moor'",
                "user.extensionAttribute3 -eq \"north\"",
                "user.extension_0123456789abcdef0123456789abcdef_berth -eq \"quay-4\"",
                "user.otherMails -startsWith \"iris@\"",
                "user.otherMails -any (_ -endsWith \"@mail.example\")",
                "user.otherMails -all (_ -endsWith \".example\")",
                "user.assignedPlans -any (assignedPlan.servicePlanId -eq \"p1\" -and assignedPlan.capabilityStatus -eq \"Enabled\")",
                "user.memberOf -any (group.objectId -in ['" + GROUP + "'])",
                "(user.memberOf -any (group.objectId -in ['" + GROUP + "']))",
                "Direct Reports for \"" + MANAGER + "\"",
                "user.employeeHireDate -le system.now -plus p7d",
                "user.employeeHireDate -ge system.now",
                "user.employeeHireDate -ge 2026-01-10T00:00:00Z",
                "user.employeeHireDate -ge \"2026-01-10\"",
                "user.employeeHireDate -eq \"2026-01-10T01:00:00+01:00\"",
                "user.employeeHireDate -ne null",
                "user.city -eq \"Faro\" -or user.userType -eq \"Member\" -and user.department -contains \"Harbour\"",
                "-not (user.city -eq \"Faro\")",
                "(user.userType -eq \"Member\") -and (user.userPrincipalName -notContains \"#EXT#\")"
            })
    void rulesThatHold(String rule) {
        assertEquals(true, Rule.parse(rule).holds(IRIS), rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.department -eq \"Harbour\"",
                "user.department -ne \"harbour office\"",
                "user.city -contains \"x\"",
                "user.city -match \".*\"",
                "user.otherMails -all (_ -endsWith \"@mail.example\")",
                "user.assignedPlans -any (assignedPlan.servicePlanId -eq \"p2\" -and assignedPlan.capabilityStatus -eq \"Enabled\")",
                "user.memberOf -any (group.objectId -in ['62e0b71f-8de4-5afd-8da9-d40a146b881c'])",
                "user.employeeHireDate -le system.now -plus p1d",
                "user.userType -eq \"Member\" -and not (user.department -contains \"Harbour\")",
                "device.displayName -eq \"Iris\""
            })
    void rulesThatDoNotHold(String rule) {
        assertEquals(false, Rule.parse(rule).holds(IRIS), rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "user.department",
                "user.department -eq",
                "user.department -eq Dock",
                "user.department -in [Dock, \"Yard\"]",
                "user.department -like \"x\"",
                "user.department -eq \"x",
                "(user.department -eq \"x\"",
                "user.department -eq \"x\" user.city -eq \"y\"",
                "user.nosuch -eq \"x\"",
                "user.Department -eq \"x\"",
                "department -eq \"x\"",
                "user.department -le \"x\"",
                "user.accountEnabled -contains \"x\"",
                "user.accountEnabled -eq \"maybe\"",
                "user.dirSyncEnabled -ne 1",
                "user.employeeHireDate -ge \"soon\"",
                "user.department -contains null",
                "user.department -in \"x\" -or",
                "user.department -match \"(\"",
                "user.department -eq \"x\" -and device.displayName -eq \"y\"",
                "user.department -any (_ -eq \"x\")",
                "user.assignedPlans -eq \"x\"",
                "user.memberOf -any (group.objectId -in ['a']) -and user.city -eq \"x\"",
                "user.city -eq \"x\" -or (user.memberOf -any (group.objectId -in ['a']))",
                "-not (user.memberOf -any (group.objectId -in ['a']))",
                "user.memberOf -all (group.objectId -in ['a'])",
                "user.department -match \"(a{1000}){1000}\"",
                "user.department -notMatch \"((((((a{9}){9}){9}){9}){9}){9})\"",
                "user.department -match \"[z-a]\"",
                "user.employeeHireDate -ge \"1/10/2026\"",
                "user.employeeHireDate -eq \"soon\"",
                "user.employeeHireDate -le system.now -plus p999999999y",
                "user.employeeHireDate -ge system.now -minus PT2000000000000000H"
            })
    void rulesThatDoNotParse(String rule) {
        assertThrows(RuleException.class, () -> Rule.parse(rule), rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.jobTitle -match \"(a+)+$\"",
                "user.jobTitle -match \"^(a|aa)+$\"",
                "user.jobTitle -match \"(?!b)(a|aa)+$\"",
                "user.jobTitle -notMatch \"(?!b)(a+)+\\1?c\"",
                "not (user.jobTitle -match \"(?!b)(a|b)*c\")",
                "user.jobTitle -match \"(?=a)(a|aa)*(a|aa)*(a|aa)*c\""
            })
    void noRuleTakesLong(String rule) {
        Subject user = subject(Json.object().put("jobTitle", "a".repeat(5000) + "!"));
        CpuTime.within(Duration.ofSeconds(2), () -> assertFalse(Rule.parse(rule).takes(user), rule));
    }

    @Test
    void theRegularExpressionsOfARuleShareWhatAUserMayCost() {
        String rule =
                "user.jobTitle -match \"(?!b)(a|aa)+$\"" + " -or user.jobTitle -match \"(?!b)(a|aa)+$\"".repeat(60);
        Subject user = subject(Json.object().put("jobTitle", "a".repeat(700) + "!"));
        CpuTime.within(Duration.ofSeconds(1), () -> assertFalse(Rule.parse(rule).takes(user)));
    }

    @Test
    void anUnknownPropertyIsNamedAsThePortalNamesIt() {
        RuleException e = assertThrows(RuleException.class, () -> Rule.parse("user.nosuch -eq \"x\""));
        assertEquals("Dynamic membership rule validation error: Wrong property applied.", e.getMessage());
    }

    @Test
    void operandsThatDoNotFitNameTheOperator() {
        RuleException e = assertThrows(RuleException.class, () -> Rule.parse("user.department -all (_ -eq \"x\")"));
        assertEquals("Invalid operands found for operator -all", e.getMessage());
    }
}
