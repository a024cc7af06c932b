package io.tenantry.graph;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.tenantry.format.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the OpenAPI documents list, the pipeline serves. */
@QuarkusTest
class DescribedReadsHttpTest implements TwoTenants {
    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "beta"})
    void everyReadThatIsListedHasAWayToItsAnswer(String version) {
        JsonNode paths = Json.parse(given().accept("application/json")
                        .get("/q/openapi?version=" + version)
                        .asString())
                .get("paths");
        List<String> astray = new ArrayList<>();
        paths.fields().forEachRemaining(path -> {
            if (path.getValue().has("get")
                    && isAstray("/" + version + path.getKey().replaceAll("\\{[^}]*}", UNKNOWN))) {
                astray.add(path.getKey());
            }
        });

        assertEquals(List.of(), astray);
    }

    /** Whether the path itself is refused; that nothing stands there, or that an application has no self, is an answer. */
    private static boolean isAstray(String address) {
        ExtractableResponse<Response> answer = SOURCE.eventual().get(address).extract();
        return answer.statusCode() == 405
                || answer.statusCode() >= 500
                || answer.asString().contains("Resource not found for the segment");
    }
}
