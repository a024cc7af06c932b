package io.tenantry.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiHttpTest {
    @Test
    void aBrowserGetsTheDocumentAsYaml() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .header("Content-Type", matchesRegex("application/yaml(;charset=UTF-8)?"))
                .body(startsWith("openapi: 3.1.0"));
    }

    @Test
    void jsonIsAnsweredWhereItIsAskedFor() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("info.version", is("v1.0"));
    }

    @Test
    void betaHasWhatOnlyBetaServes() {
        String deleted = "/policies/deletedItems/crossTenantPartners";

        given().accept("application/json").get("/q/openapi").then().body("paths", not(hasKey(deleted)));
        given().accept("application/json").get("/q/openapi?version=beta").then().body("paths", hasKey(deleted));
    }

    @Test
    void aVersionThatGraphDoesNotHaveIsNotFound() {
        given().get("/q/openapi?version=v2.0").then().statusCode(404);
    }

    @Test
    void thePageAndEverythingItLoadsComeFromThisServer() {
        String page = given().get("/q/openapi/ui")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();

        List<String> loaded = Pattern.compile("(?:href|src|url)(?:=|: )\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertFalse(loaded.isEmpty());
        loaded.forEach(address -> given().get(address).then().statusCode(200));
    }
}
