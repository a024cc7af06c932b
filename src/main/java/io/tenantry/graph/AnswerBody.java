package io.tenantry.graph;

import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.graph.write.ContextUrl;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies of what writes and operations answer. */
final class AnswerBody {
    private final Exchange exchange;
    private final JsonBody body;

    AnswerBody(Exchange exchange) {
        this.exchange = exchange;
        this.body = new JsonBody(exchange);
    }

    GraphResponse of(Answer answer) {
        if (answer instanceof Answer.One one) {
            return entityAnswer(one);
        }
        if (answer instanceof Answer.Many many) {
            return manyAnswer(many);
        }
        if (answer instanceof Answer.Value value) {
            return valueAnswer(value);
        }
        return GraphResponse.noContent();
    }

    private GraphResponse entityAnswer(Answer.One one) {
        String set = one.context() == null ? ContextUrl.set(exchange.model(), exchange.path()) : one.context();
        String declared = set.equals("directoryObjects")
                ? "directoryObject"
                : one.entity().type();
        return body.entity(
                one.status(),
                one.entity(),
                declared,
                set,
                selection(one.entity().type(), false),
                List.of());
    }

    /** What is shown of it can be narrowed (field-findings.md §2). */
    private Optional<Selection> selection(String type, boolean collection) {
        StructuredType shown = exchange.model().type(type);
        Optional<Selection> selection =
                Selection.parse(exchange.options().get("select"), exchange.model(), shown, collection);
        exchange.rights().select(selection, shown);
        return selection;
    }

    private GraphResponse manyAnswer(Answer.Many many) {
        Optional<Selection> selection = selection(many.type(), true);
        Expander nothing = new Expander(exchange, List.of(), List.of());
        return body.json(200, (json, entities) -> {
            body.context(json, many.context() + ContextUrl.options(selection, List.of()));
            json.writeArrayFieldStart("value");
            for (Entity entity : many.entities()) {
                entities.write(exchange.shown(entity), many.type(), selection, List.of(), nothing);
            }
            json.writeEndArray();
        });
    }

    private GraphResponse valueAnswer(Answer.Value value) {
        if (exchange.options().has("select")) {
            throw GraphError.malformed("The query option '$select' is not supported on the requested resource.");
        }
        return body.json(value.status(), (json, entities) -> {
            body.context(json, value.type());
            for (Map.Entry<String, String> annotation : value.annotations().entrySet()) {
                json.writeStringField(annotation.getKey(), annotation.getValue());
            }
            TypeRef type = typeOf(value.type());
            if (value.value().isObject()) {
                entities.valueMembers(type, value.value());
            } else {
                json.writeFieldName("value");
                entities.value(type, value.value());
            }
        });
    }

    /** The type that a context names; values of types that are not complex are written as they are. */
    private TypeRef typeOf(String context) {
        String name = context.replaceAll("^Collection\\((.*)\\)$", "$1");
        boolean complex = exchange.model()
                .findType(name)
                .filter(type -> !type.entity() && name.startsWith("microsoft.graph."))
                .isPresent();
        return complex
                ? new TypeRef(name.substring("microsoft.graph.".length()), false, TypeRef.Kind.COMPLEX)
                : new TypeRef("Edm.Untyped", false, TypeRef.Kind.PRIMITIVE);
    }
}
