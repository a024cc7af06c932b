package io.tenantry.console.mapping;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.console.job.JobWorld;
import io.tenantry.format.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Help on the functions that Graph tells of. */
@QuarkusTest
class FunctionHelpTest {
    @Test
    void everyFunctionHasHelp() {
        JobWorld.begin(FunctionHelpTest.class);
        JsonNode functions = Json.parse(given().header("Authorization", "Bearer " + JobWorld.token())
                        .get(JobWorld.graph() + "/schema/functions")
                        .asByteArray())
                .path("value");
        List<String> silent = FunctionHelp.all(functions).stream()
                .filter(each -> each.help().isEmpty())
                .map(FunctionHelp::name)
                .toList();
        assertEquals(List.of(), silent);
    }
}
