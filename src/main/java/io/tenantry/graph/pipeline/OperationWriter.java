package io.tenantry.graph.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.graph.message.GraphRequest;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.odata.body.BodyCheck;
import io.tenantry.odata.body.BodyReader;
import io.tenantry.odata.edm.Operation;
import io.tenantry.store.Entity;

/** Calls an action. */
final class OperationWriter {
    private final RoutedCall routed;

    OperationWriter(RoutedCall routed) {
        this.routed = routed;
    }

    GraphResponse write(Operation operation) {
        GraphRequest request = routed.request();
        if (!request.method().equals("POST") || !operation.action()) {
            throw GraphError.methodNotAllowed();
        }
        ObjectNode body = BodyReader.parameters(request.body(), request.header("content-type"), operation.needsBody());
        Target target = routed.target();
        ObjectNode parameters = BodyCheck.parameters(routed.model(), operation, body);
        Entity bound = target instanceof Target.One one ? one.entity() : null;
        Answer answer = Operations.find(routed, operation, target).call(routed.call(), bound, parameters);
        GraphResponse response = new AnswerResponse(routed).of(answer);
        // directory.md §1: actions of the directory that answer 200 name the service's own address
        return response.status() == 200 && target.type().directory()
                ? response.with("Location", "https://graph.microsoft.com")
                : response;
    }
}
