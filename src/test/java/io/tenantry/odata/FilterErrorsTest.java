package io.tenantry.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.FilterParser;
import io.tenantry.odata.filter.FilterRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §4.1, §4.2, §4.6. */
class FilterErrorsTest {
    private static final GraphModel MODEL = ModelLoader.load("v1.0");

    private static GraphError refused(String type, String filter, boolean advanced) {
        StructuredType declared = MODEL.type(type);
        return assertThrows(
                GraphError.class,
                () -> FilterRules.check(FilterParser.parse(MODEL, declared, filter), declared, advanced),
                filter);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "user | accountEnabled eq 'true' | Edm.Boolean | Edm.String | Equal",
                "user | accountEnabled ne 'true' | Edm.Boolean | Edm.String | NotEqual",
                "user | 'x' eq 'x' and accountEnabled eq 1 | Edm.Boolean | Edm.Int32 | Equal",
                "user | displayName eq true | Edm.String | Edm.Boolean | Equal",
                "user | displayName eq 5 | Edm.String | Edm.Int32 | Equal",
                "user | createdDateTime ge '2024-05-06T07:08:09Z' | Edm.DateTimeOffset | Edm.String | GreaterThanOrEqual",
                "user | createdDateTime le '2024-05-06' | Edm.DateTimeOffset | Edm.String | LessThanOrEqual",
                "user | id eq 4b1f0a52-93c5-4d0e-8f0b-0a5f6f2b1c01 | Edm.String | Edm.Guid | Equal",
                "user | assignedLicenses/any(l:l/skuId eq '4b1f0a52-93c5-4d0e-8f0b-0a5f6f2b1c01') | Edm.Guid | Edm.String | Equal",
                "user | otherMails/any(m:m eq 5) | Edm.String | Edm.Int32 | Equal",
                "provisioningObjectSummary | durationInMilliseconds gt '5' | Edm.Int32 | Edm.String | GreaterThan",
                "provisioningObjectSummary | activityDateTime lt 'x' | Edm.DateTimeOffset | Edm.String | LessThan"
            })
    void incompatibleTypesAreNamed(String type, String filter, String left, String right, String operator) {
        GraphError error = refused(type, filter, true);

        assertEquals("BadRequest", error.code());
        assertEquals(
                "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types '"
                        + left + "' and '" + right + "' for operator kind '" + operator + "'.",
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "length(displayName) eq 5",
                "tolower(displayName) eq 'a'",
                "indexof(displayName,'a') eq 1",
                "substring(displayName,1) eq 'a'",
                "concat(givenName,surname) eq 'ab'",
                "year(createdDateTime) eq 2024",
                "givenName eq surname",
                "'x' eq displayName",
                "otherMails/all(m:m eq 'a')",
                "otherMails/any()",
                "5 add 5 eq 10",
                "isof('microsoft.graph.user')",
                "geo.distance(displayName,displayName) lt 5",
                "$it/displayName eq 'a'",
                "startsWith('a',displayName)",
                "contains(displayName,'a') eq 5",
                "displayName",
                "'a'",
                "displayName has 'a'"
            })
    void whatGraphDoesNotDocumentIsRefused(String filter) {
        assertEquals(400, refused("user", filter, true).status());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "displayName eq 'Zoe | Invalid filter clause: There is an unterminated string literal at position 19 in 'displayName eq 'Zoe'.",
                "surname eq 'O'Neil' | Invalid filter clause: There is an unterminated string literal at position 19 in 'surname eq 'O'Neil''.",
                "jobTitle ge '!' , accountEnabled eq true | Invalid filter clause: Syntax error at position 17 in 'jobTitle ge '!' , accountEnabled eq true'.",
                "displayName in () | Invalid filter clause: Syntax error at position 17 in 'displayName in ()'.",
                "displayName in ('a',) | Invalid filter clause: Syntax error at position 21 in 'displayName in ('a',)'.",
                "displayName eq | Invalid filter clause: Syntax error at position 14 in 'displayName eq'.",
                "(displayName eq 'a' | Invalid filter clause: Syntax error at position 19 in '(displayName eq 'a''.",
                "displayName eq 'a') | Invalid filter clause: Syntax error at position 19 in 'displayName eq 'a')'.",
                "displayName/ eq 'a' | Invalid filter clause: Could not find a property named '' on type 'microsoft.graph.user'.",
                "shoeSize eq 4 | Invalid filter clause: Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
                "shoe(displayName) eq 4 | Invalid filter clause: An unknown function with name 'shoe' was found."
            })
    void whatDoesNotParseIsABadRequest(String filter, String message) {
        GraphError error = refused("user", filter, true);

        assertEquals("BadRequest", error.code());
        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "contains(displayName,'a') | Unsupported property filter clause operator 'Contains'.",
                "displayName gt 'a' | Unsupported or invalid query filter clause specified for property 'displayName' of resource 'User'.",
                "preferredDataLocation eq 'a' | Unsupported or invalid query filter clause specified for property 'preferredDataLocation' of resource 'User'.",
                "assignedLicenses/$count eq 2 | Unsupported or invalid query filter clause specified for property 'assignedLicenses' of resource 'User'.",
                "otherMails/all(m:m eq 'a') | Unsupported Query.",
                "givenName eq surname | Unsupported Query.",
                "length(displayName) eq 5 | Unsupported Query."
            })
    void whatIsNotServedIsUnsupported(String filter, String message) {
        GraphError error = refused("user", filter, true);

        assertEquals("Request_UnsupportedQuery", error.code());
        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owners/$count eq 2     | true  | property 'owners' of resource 'Group'.",
                "owners/$count gt 0     | true  | property 'owners' of resource 'Group'.",
                "owners/$count eq 0     | false | property 'owners' of resource 'Group'.",
                "members/$count eq 0    | true  | property 'members' of resource 'Group'.",
                "appRoleAssignments/$count eq 0 | true | property 'appRoleAssignments' of resource 'Group'."
            })
    void ofRelationshipsItIsAskedWhetherThereAreNoneOrOne(String filter, boolean advanced, String message) {
        GraphError error = refused("group", filter, advanced);

        assertEquals("Request_UnsupportedQuery", error.code());
        assertEquals("Unsupported or invalid query filter clause specified for " + message, error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owners/$count eq null",
                "otherMails/$count eq null",
                "owners/$count eq 0.5",
                "otherMails/$count eq 1e400",
                "owners/$count eq 99999999999999999999",
                "owners/any(o:o/id eq 'a')",
                "owners eq 'a'",
                "manager/displayName eq 'a'",
                "owners/$count eq owners/$count"
            })
    void whatIsNotWrittenSoIsRefused(String filter) {
        String type = filter.startsWith("o") && !filter.startsWith("otherMails") ? "group" : "user";

        assertEquals(400, refused(type, filter, true).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName ne 'a'", "not(displayName eq 'a')", "endsWith(mail,'a')"})
    void advancedOperatorsNameWhatIsMissing(String filter) {
        GraphError error = refused("user", filter, false);

        String operator = filter.contains(" ne ") ? "ne" : filter.startsWith("not") ? "not" : "endsWith";
        assertEquals("Request_UnsupportedQuery", error.code());
        assertEquals(
                "Operator '" + operator
                        + "' is not supported because the required parameters might be missing. Try adding $count=true"
                        + " query parameter and ConsistencyLevel:eventual header. Refer to"
                        + " https://aka.ms/graph-docs/advanced-queries for more information",
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provisioningStatusInfo/status eq 'SUCCESS'",
                "provisioningAction eq 'create'",
                "provisioningAction eq microsoft.graph.provisioningAction'create'",
                "durationInMilliseconds gt 5 and durationInMilliseconds lt 500",
                "contains(tolower(servicePrincipal/id), 'a') and activityDateTime gt 2023-07-30",
                "sourceIdentity/displayName ne 'a'",
                "statusInfo/status eq 'failure'",
                "not(jobId eq 'a')",
                "jobid eq 'a'"
            })
    void logsFollowOrdinaryOData(String filter) {
        StructuredType log = MODEL.type("provisioningObjectSummary");
        FilterRules.check(FilterParser.parse(MODEL, log, filter), log, false);
    }
}
