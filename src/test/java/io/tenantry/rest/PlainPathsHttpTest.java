package io.tenantry.rest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** A test fails as it would without. */
@QuarkusTest
class PlainPathsHttpTest implements TwoTenants {
    private static ValidatableResponse users() {
        return SOURCE.get("/v1.0/users").statusCode(200);
    }

    private static void fails(String word, String path, Matcher<?> expected) {
        AssertionError failed = assertThrows(AssertionError.class, () -> users().body(path, expected));
        assertThat(failed.getMessage(), containsString(word));
    }

    @Test
    void whatIsNotAsExpectedFailsInTheWordsOfRestAssured() {
        SOURCE.newUser("ana");

        fails("JSON path value doesn't match", "value", empty());
        fails("JSON path value[0].displayName doesn't match", "value[0].displayName", is("ben"));
        fails("JSON path value[0].displayName doesn't match", "value[0].displayName", nullValue());
        fails("JSON path value[0].missing doesn't match", "value[0].missing", notNullValue());
        fails("JSON path value.size() doesn't match", "value.size()", is(2));
        AssertionError status = assertThrows(
                AssertionError.class, () -> users().body("value", hasSize(1)).statusCode(404));
        assertThat(status.getMessage(), containsString("Expected status code <404> but was <200>"));
    }

    @Test
    void ofSeveralPathsEachCounts() {
        SOURCE.newUser("ana");

        users().body("value.size()", is(1), "value[0].displayName", is("ana"));
        assertThrows(
                AssertionError.class, () -> users().body("value.size()", is(1), "value[0].displayName", is("ben")));
        assertThrows(
                AssertionError.class, () -> users().body("value.size()", is(2), "value[0].displayName", is("ana")));
    }

    @Test
    void pathsBelowAnotherRootBeginThere() {
        SOURCE.newUser("ana");

        users().rootPath("value[0]").body("displayName", is("ana")).body("'@odata.context'", nullValue());
        assertThrows(
                AssertionError.class, () -> users().rootPath("value[0]").body("'@odata.context'", endsWith("#users")));
    }

    @Test
    void whatIsTakenOutIsTheSame() {
        String id = SOURCE.newUser("ana");

        assertEquals(id, users().extract().path("value[0].id"));
        assertEquals(id, users().extract().path("value.find{it.displayName=='ana'}.id"));
    }
}
