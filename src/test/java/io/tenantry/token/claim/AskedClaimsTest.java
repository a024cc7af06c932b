package io.tenantry.token.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedClaimsTest {
    private static final String REGISTERED =
            """
            {"groupMembershipClaims": "SecurityGroup, applicationgroup",
             "optionalClaims": {
               "idToken": [{"name": "upn", "source": null, "additionalProperties": ["with_hash"]}, {"name": "ctry"}],
               "accessToken": [
                 {"name": "extension_1_color", "source": "user"}, {"name": "jobTitle", "source": "application"}],
               "saml2Token": null}}""";

    @Test
    void eachKindOfTokenHasItsOwn() {
        AskedClaims id = asked(REGISTERED, TokenForm.Kind.ID_TOKEN);

        assertTrue(id.asks("ctry"));
        assertTrue(id.asks("upn", "with_hash"));
        assertFalse(id.asks("ctry", "with_hash"));
        assertEquals(Set.of(), id.extensions());
        assertFalse(asked(REGISTERED, TokenForm.Kind.ACCESS_TOKEN).asks("ctry"));
    }

    @Test
    void whatComesFromTheUserIsAnExtension() {
        AskedClaims access = asked(REGISTERED, TokenForm.Kind.ACCESS_TOKEN);

        assertEquals(Set.of("extension_1_color"), access.extensions());
        assertFalse(access.asks("jobTitle"));
    }

    @Test
    void kindsOfGroupsAreReadInAnyCase() {
        assertEquals(
                Set.of("securitygroup", "applicationgroup"),
                asked(REGISTERED, TokenForm.Kind.ID_TOKEN).groupMembership());
    }

    @Test
    void whoAsksForNothingGetsNothing() {
        for (String nothing : List.of("{}", "{\"optionalClaims\": null, \"groupMembershipClaims\": null}")) {
            AskedClaims asked = asked(nothing, TokenForm.Kind.ID_TOKEN);
            assertEquals(Set.of(), asked.groupMembership());
            assertEquals(Set.of(), asked.optional().keySet());
        }
    }

    private static AskedClaims asked(String registered, TokenForm.Kind kind) {
        return AskedClaims.of(new Entity("application", "a", "", Json.parseObject(registered)), kind);
    }
}
