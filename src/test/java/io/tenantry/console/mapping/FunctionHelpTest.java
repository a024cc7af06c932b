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
    private static List<FunctionHelp> all() {
        JobWorld.begin(FunctionHelpTest.class);
        JsonNode functions = Json.parse(given().header("Authorization", "Bearer " + JobWorld.token())
                        .get(JobWorld.graph() + "/schema/functions")
                        .asByteArray())
                .path("value");
        return FunctionHelp.all(functions);
    }

    @Test
    void everyFunctionHasHelp() {
        List<String> silent = all().stream()
                .filter(each -> each.help().isEmpty())
                .map(FunctionHelp::name)
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void helpIsTheFirstLineOfTheExamples() {
        List<String> help = all().stream()
                .filter(each -> each.name().equals("NormalizeDiacritics"))
                .map(FunctionHelp::help)
                .toList();
        assertEquals(List.of("Letters without their marks: Åse becomes Ase, Łódź becomes Lodz."), help);
    }
}
