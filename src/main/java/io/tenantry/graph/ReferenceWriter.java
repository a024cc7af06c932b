package io.tenantry.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphRegistry;
import io.tenantry.family.ObjectReference;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.Step;
import io.tenantry.odata.body.BodyReader;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.store.Entity;

/** Writes to {@code …/$ref}: adds, sets and takes away references (odata-protocol.md §11). */
final class ReferenceWriter {
    private final Exchange exchange;

    ReferenceWriter(Exchange exchange) {
        this.exchange = exchange;
    }

    GraphResponse write(String method) {
        switch (method) {
            case "POST", "PUT" -> add(method);
            case "DELETE" -> remove();
            default -> throw GraphError.malformed("The request is currently not supported on the targeted entity set");
        }
        return GraphResponse.noContent();
    }

    private void add(String method) {
        GraphRegistry.Reference rule =
                exchange.registry().addReference(template()).orElseThrow(GraphError::methodNotAllowed);
        Navigation navigation = navigation();
        if (navigation.collection() != method.equals("POST")) {
            throw GraphError.methodNotAllowed();
        }
        ObjectNode body =
                BodyReader.object(exchange.request().body(), exchange.request().header("content-type"));
        Entity owner = exchange.owner();
        rule.change(
                exchange.call(),
                owner,
                ObjectReference.find(
                        exchange.call().session(), body.path("@odata.id").asText(null)));
    }

    private void remove() {
        GraphRegistry.Reference rule =
                exchange.registry().removeReference(template()).orElseThrow(GraphError::methodNotAllowed);
        Target.One one = exchange.target() instanceof Target.One found ? found : null;
        if (one == null || one.entity() == null) {
            throw GraphError.methodNotAllowed();
        }
        rule.change(exchange.call(), one.owner(), one.entity());
    }

    private Navigation navigation() {
        return exchange.path().last().step() instanceof Step.Navigate navigate ? navigate.navigation() : fail();
    }

    private static Navigation fail() {
        throw GraphError.methodNotAllowed();
    }

    /** The template under which rules stand: without the key of what the reference points to. */
    private String template() {
        ResourcePath path = exchange.path();
        String template = path.last().template();
        boolean keyed = path.last().step() instanceof Step.Key;
        return (keyed ? template.substring(0, template.length() - "/{}".length()) : template) + "/$ref";
    }
}
