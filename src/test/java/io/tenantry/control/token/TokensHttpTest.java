package io.tenantry.control.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.control.ControlWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens without a sign-in. */
@QuarkusTest
class TokensHttpTest implements ControlWorld {
    @Test
    void anAppTokenHoldsTheScopesAskedForAndNoOthers() {
        String token = token("source", "{\"type\":\"app\",\"scopes\":[\"User.Read.All\"]}");
        users(token).statusCode(200);
        createUser(token, "cho").statusCode(403);
    }

    @Test
    void aTokenIsIssuedByAliasIdOrDomain() {
        for (String name : new String[] {"source", ALDER, ALDER.toUpperCase(), "alderwood.example"}) {
            users(token(name, "")).statusCode(200);
        }
        send("/tenants/nowhere/tokens", "{}").statusCode(404).body("error.message", containsString("nowhere"));
    }

    @Test
    void aDelegatedTokenOfAUserSaysWhoThatIs() {
        String token = token(
                "source", "{\"type\":\"delegated\",\"user\":\"ana@alderwood.example\",\"scopes\":[\"User.Read\"]}");
        given().header("Authorization", "Bearer " + token)
                .get("/v1.0/me")
                .then()
                .statusCode(200)
                .body("displayName", is("Ana Reis"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'robot'} | type",
                "{'scopes':'User.Read'} | scopes",
                "{'scopes':[5]} | scopes[0]",
                "{'type':'delegated','directoryRoles':['Harbour Master']} | directoryRoles[0]",
                "{'type':'delegated','user':'nobody@alderwood.example'} | user",
                "{'type':'app','user':'ana@alderwood.example'} | user",
                "{'colour':'red'} | colour"
            })
    void badTokenRequestsNameTheMember(String body, String place) {
        send("/tenants/source/tokens", body.replace('\'', '"')).statusCode(400).body("error.place", is(place));
    }
}
