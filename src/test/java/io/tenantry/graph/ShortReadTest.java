package io.tenantry.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is bounded by one row is answered on the event loop. */
class ShortReadTest {
    private static final String ID = "191fb446-1cc2-4903-ad52-c27d5d301a8d";

    @ParameterizedTest
    @CsvSource({"/v1.0/users/,", "/beta/groups/,", "/v1.0/servicePrincipals/,$select=id,displayName"})
    void oneObjectByItsId(String set, String query) {
        assertTrue(ShortRead.isOneObject(set + ID, query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0/users",
                "/v1.0/users/",
                "/v1.0/users/$count",
                "/v1.0/users/delta",
                "/v1.0/users/someone@example.com",
                "/v1.0/groups/" + ID + "/members",
                "/v1.0/myorganization/users/" + ID,
                "/v1.0/" + ID,
                "/" + ID,
                "/"
            })
    void everythingElseIsNot(String path) {
        assertFalse(ShortRead.isOneObject(path, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$expand=manager", "$select=id&$expand=manager", "%24select=id", ""})
    void notWithOtherOptions(String query) {
        assertFalse(ShortRead.isOneObject("/v1.0/users/" + ID, query));
    }
}
