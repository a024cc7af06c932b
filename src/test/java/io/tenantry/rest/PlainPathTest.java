package io.tenantry.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found is what REST-assured finds; the rest is left to it. */
class PlainPathTest {
    private static final String BODY =
            """
            {"value": [{"id": "a", "n": 1, "tags": ["x", "y"], "of": {"@odata.type": "#t"}, "list": [{"k": 1}, {}]},
                       {"id": "b", "n": 5000000000, "of": null, "list": []}],
             "@odata.count": 2, "on": true, "empty": [], "none": null, "part": 1.5, "parts": [1, 2.5], "in.dots": {"id": "c"}}
            """;

    private static Optional<Object> found(String path) throws JsonProcessingException {
        return PlainPath.value(new ObjectMapper().readValue(BODY, Object.class), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value",
                "value.size()",
                "value.id",
                "value.n",
                "value.tags",
                "value[0]",
                "value[0].id",
                "value[1].n",
                "value[0].tags[1]",
                "value[0].tags.size()",
                "value[0].of.'@odata.type'",
                "value[0].list.k",
                "value.id[1]",
                "'@odata.count'",
                "on",
                "empty",
                "empty.size()",
                "empty.id",
                "'in.dots'.id"
            })
    void whatIsFoundIsWhatRestAssuredFinds(String path) throws JsonProcessingException {
        assertEquals(Optional.of(JsonPath.from(BODY).get(path)), found(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "none",
                "missing",
                "missing.id",
                "value[2]",
                "value[-1].id",
                "value.of.'@odata.type'",
                "part",
                "parts",
                "value.find{it.id=='a'}.n",
                "value.findAll { it.n > 1 }",
                "value*.id",
                "value.id.join(',')",
                "value[0].id.size()",
                "value.size().x",
                "on.x"
            })
    void theRestIsLeftToIt(String path) throws JsonProcessingException {
        assertEquals(Optional.empty(), found(path));
    }
}
