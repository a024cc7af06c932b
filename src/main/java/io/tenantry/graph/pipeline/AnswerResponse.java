package io.tenantry.graph.pipeline;

import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.graph.json.ContextUrl;
import io.tenantry.graph.json.EntityJson;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import java.util.List;

/** What writes and operations answer. */
final class AnswerResponse {
    private static final String NAMESPACE = "microsoft.graph.";

    private final RoutedCall routed;
    private final JsonResponse response;

    AnswerResponse(RoutedCall routed) {
        this.routed = routed;
        this.response = new JsonResponse(routed);
    }

    GraphResponse of(Answer answer) {
        if (answer instanceof Answer.One one) {
            return entity(one);
        }
        if (answer instanceof Answer.Many many) {
            return collection(many);
        }
        if (answer instanceof Answer.Value value) {
            return value(value);
        }
        return GraphResponse.noContent();
    }

    private GraphResponse entity(Answer.One one) {
        String set = one.context() == null ? ContextUrl.set(routed.model(), routed.path()) : one.context();
        String type = one.entity().type();
        String declared = set.equals("directoryObjects") ? "directoryObject" : type;
        return response.entity(one.status(), one.entity(), declared, set, selection(type, false), List.of());
    }

    /** What is shown of it can be narrowed (field-findings.md §2). */
    private Selection selection(String type, boolean collection) {
        StructuredType shown = routed.model().type(type);
        Selection selection = routed.options().selection(routed.model(), shown, collection);
        routed.rights().select(selection, shown);
        return selection;
    }

    private GraphResponse collection(Answer.Many many) {
        Selection selection = selection(many.type(), true);
        return response.of(200, (json, entities) -> {
            response.context(json, many.context() + ContextUrl.options(selection, List.of()));
            json.writeArrayFieldStart("value");
            for (Entity entity : many.entities()) {
                entities.write(routed.shown(entity), many.type(), selection, List.of(), EntityJson.NOTHING);
            }
            json.writeEndArray();
        });
    }

    private GraphResponse value(Answer.Value value) {
        if (routed.options().has("select")) {
            throw GraphError.malformed("The query option '$select' is not supported on the requested resource.");
        }
        return response.value(value.status(), value.type(), value.annotations(), typeOf(value.type()), value.value());
    }

    /** The type that a context names; values of types that are not complex are written as they are. */
    private TypeRef typeOf(String context) {
        String name = context.replaceAll("^Collection\\((.*)\\)$", "$1");
        boolean complex = routed.model()
                .findType(name)
                .filter(type -> !type.entity() && name.startsWith(NAMESPACE))
                .isPresent();
        return complex
                ? new TypeRef(name.substring(NAMESPACE.length()), false, TypeRef.Kind.COMPLEX)
                : new TypeRef("Edm.Untyped", false, TypeRef.Kind.PRIMITIVE);
    }
}
