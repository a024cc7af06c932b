package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.UrlText;
import java.util.List;
import java.util.Optional;

/** What a directory says of its objects of a type: which attributes they have. */
record ObjectDefinition(JsonNode json) {
    /** As it is stored in the schema. */
    static ObjectDefinition stored(Step step, String side) {
        return of(directory(step, side), step, side);
    }

    /** As it is found now: with the extensions that the tenant has defined since. */
    static ObjectDefinition discovered(Step step, String side) {
        JsonNode directory = directory(step, side);
        String url = step.head().graph() + "/schema/directories/"
                + UrlText.encoded(directory.path("id").asText()) + "/discover";
        ApiAnswer answer = step.reading().tried(new ApiCall("POST", step.head().tenant(), url, null));
        return of(answer.succeeded() ? answer.json() : directory, step, side);
    }

    private static JsonNode directory(Step step, String side) {
        String name = step.place()
                .rule(step.draft().schema())
                .path(side + "DirectoryName")
                .asText();
        for (JsonNode directory : step.stored().path("directories")) {
            if (directory.path("name").asText().equals(name)) {
                return directory;
            }
        }
        return step.stored().path("nothing of the kind");
    }

    private static ObjectDefinition of(JsonNode directory, Step step, String side) {
        String name =
                step.draft().mapping(step.place()).path(side + "ObjectName").asText();
        for (JsonNode object : directory.path("objects")) {
            if (object.path("name").asText().equalsIgnoreCase(name)) {
                return new ObjectDefinition(object);
            }
        }
        return new ObjectDefinition(directory.path("nothing of the kind"));
    }

    List<String> names() {
        return json.path("attributes")
                .valueStream()
                .map(each -> each.path("name").asText())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    Optional<JsonNode> attribute(String name) {
        return json.path("attributes")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst();
    }
}
