package io.tenantry.openapi;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openapi/} holds what the server answers; {@code -Dtenantry.openapi.write} writes it anew. */
@QuarkusTest
class OpenApiDriftTest {
    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "beta"})
    void theDocumentInTheProjectIsTheOneThatIsServed(String version) throws IOException {
        String served = given().queryParam("version", version)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path file = Path.of("openapi", version + ".yaml");
        if (System.getProperty("tenantry.openapi.write") != null) {
            Files.writeString(file, served);
        }

        assertEquals(
                Files.readString(file), served, file + " is out of date; CONTRIBUTING.md says how to write it anew");
    }
}
