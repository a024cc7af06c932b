package io.tenantry.graph.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphRegistry;
import io.tenantry.family.ObjectReference;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Step;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.store.Entity;

/** Writes to {@code …/$ref}: adds, sets and takes away references (odata-protocol.md §11). */
final class ReferenceWriter {
    private final RoutedCall routed;

    ReferenceWriter(RoutedCall routed) {
        this.routed = routed;
    }

    GraphResponse write() {
        switch (routed.request().method()) {
            case "POST", "PUT" -> add();
            case "DELETE" -> remove();
            default -> throw GraphError.malformed("The request is currently not supported on the targeted entity set");
        }
        return GraphResponse.noContent();
    }

    private void add() {
        GraphRegistry.Reference rule =
                routed.registry().addReference(template()).orElseThrow(GraphError::methodNotAllowed);
        Navigation navigation = navigation();
        if (navigation.collection() != routed.request().method().equals("POST")) {
            throw GraphError.methodNotAllowed();
        }
        ObjectNode body = routed.body();
        Entity owner = routed.owner();
        rule.change(
                routed.call(),
                owner,
                ObjectReference.find(
                        routed.call().session(), body.path("@odata.id").asText(null)));
    }

    private void remove() {
        GraphRegistry.Reference rule =
                routed.registry().removeReference(template()).orElseThrow(GraphError::methodNotAllowed);
        Target.One one = routed.target() instanceof Target.One found ? found : null;
        if (one == null || one.entity() == null) {
            throw GraphError.methodNotAllowed();
        }
        rule.change(routed.call(), one.owner(), one.entity());
    }

    private Navigation navigation() {
        return routed.path().last().step() instanceof Step.Navigate navigate ? navigate.navigation() : fail();
    }

    private static Navigation fail() {
        throw GraphError.methodNotAllowed();
    }

    /** The template under which rules stand: without the key of what the reference points to. */
    private String template() {
        ResourcePath path = routed.path();
        String template = path.last().template();
        boolean keyed = path.last().step() instanceof Step.Key;
        return (keyed ? template.substring(0, template.length() - "/{}".length()) : template) + "/$ref";
    }
}
