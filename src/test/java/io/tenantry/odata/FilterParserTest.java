package io.tenantry.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.odata.filter.Filter;
import io.tenantry.odata.filter.FilterParser;
import io.tenantry.odata.filter.FilterRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    private static final GraphModel MODEL = ModelLoader.load("v1.0");

    private static Filter users(String filter) {
        return FilterParser.parse(MODEL, MODEL.type("user"), filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UserType EQ 'Guest' AND AccountEnabled EQ true",
                "NOT(userType eq 'Guest')",
                "not startswith(displayName,'a')",
                "startsWith( displayName, 'Box')",
                "companyName in (null,'x')",
                "otherMails/any (x:endswith(x,'@a.example'))",
                "assignedLicenses/any(s:s/skuId eq 9d2f7c11-0c3e-4c51-a7d4-5f3b8e6d2c02)",
                "identities/any(c:c/issuerAssignedId eq 'a' and c/issuer eq 'b')",
                "otherMails/any(x:x eq 'a') and identities/any(x:x/Issuer eq 'b') and assignedLicenses/any(x:x/skuid eq null)",
                "onPremisesExtensionAttributes/ExtensionAttribute1 eq 'North'",
                "createdDateTime ge 2020-01-15T10:00:00Z",
                "assignedLicenses/$count ne 0",
                "department in ('Retail', 'Support')",
                "surname eq 'O''Rourke'",
                "((displayName eq 'a'))"
            })
    void graphsDialectIsTaken(String filter) {
        users(filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "displayName eq 'Zoe",
                "shoeSize eq 42",
                "jobTitle ge '!' , accountEnabled eq true",
                "displayName",
                "displayName eq",
                "eq 'a'",
                "(displayName eq 'a'",
                "displayName eq 'a')",
                "frobnicate(displayName) eq 'a'",
                "assignedLicenses in id"
            })
    void whatDoesNotParseIsABadRequest(String filter) {
        GraphError error = assertThrows(GraphError.class, () -> users(filter));

        assertEquals(400, error.status());
        assertTrue(error.code().equals("BadRequest") || error.code().equals("Request_UnsupportedQuery"), error.code());
    }

    @Test
    void theProvisioningLogQueryOfTheDocumentationParses() {
        Filter filter = FilterParser.parse(
                MODEL,
                MODEL.type("provisioningObjectSummary"),
                "((contains(tolower(servicePrincipal/id), 'x') or contains(tolower(servicePrincipal/displayName), 'x')) and activityDateTime"
                        + " gt 2023-07-30 and activityDateTime lt 2023-07-31)");

        assertInstanceOf(Filter.And.class, filter);
    }

    @Test
    void enumerationsAreComparedAsText() {
        FilterParser.parse(
                MODEL, MODEL.type("provisioningObjectSummary"), "provisioningStatusInfo/status eq 'success'");
    }

    @Test
    void aBooleanPropertyMayStandAlone() {
        assertEquals(users("accountEnabled eq true"), users("accountEnabled"));
    }

    @Test
    void tenThousandBracketsAreRefused() {
        String filter = "(".repeat(10_000) + "displayName eq 'a'" + ")".repeat(10_000);

        assertEquals(400, assertThrows(GraphError.class, () -> users(filter)).status());
    }

    @Test
    void endsWithNeedsAnAdvancedQuery() {
        Filter filter = users("endswith(mail,'x')");

        GraphError error = assertThrows(GraphError.class, () -> FilterRules.check(filter, MODEL.type("user"), false));
        assertEquals("Request_UnsupportedQuery", error.code());
        FilterRules.check(filter, MODEL.type("user"), true);
    }

    @Test
    void moreThanFifteenAlternativesNeedAnAdvancedQuery() {
        String many = "department in (" + "'a',".repeat(15) + "'b')";

        assertThrows(GraphError.class, () -> FilterRules.check(users(many), MODEL.type("user"), false));
        FilterRules.check(users(many), MODEL.type("user"), true);
    }
}
