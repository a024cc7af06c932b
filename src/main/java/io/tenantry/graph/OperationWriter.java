package io.tenantry.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.odata.body.BodyCheck;
import io.tenantry.odata.body.BodyReader;
import io.tenantry.odata.edm.Operation;
import io.tenantry.resource.Answer;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import java.util.function.Function;

/** Calls an action: in one transaction, or outside of it where the action opens its own. */
final class OperationWriter {
    private final Store store;
    private final Function<Session, Exchange> exchangeIn;

    OperationWriter(Store store, Function<Session, Exchange> exchangeIn) {
        this.store = store;
        this.exchangeIn = exchangeIn;
    }

    GraphResponse write(Tenant tenant, String method, Operation operation) {
        if (!method.equals("POST") || !operation.action()) {
            throw GraphError.methodNotAllowed();
        }
        Exchange outside = exchangeIn.apply(null);
        ObjectNode body = BodyReader.parameters(
                outside.request().body(), outside.request().header("content-type"));
        boolean transaction = store.read(tenant, session -> {
            Exchange exchange = exchangeIn.apply(session);
            return Operations.find(exchange, operation, exchange.target()).transaction();
        });
        if (transaction) {
            return store.write(tenant, session -> {
                Exchange exchange = exchangeIn.apply(session);
                return call(exchange, operation, body, exchange.target());
            });
        }
        Target target = store.read(tenant, session -> exchangeIn.apply(session).target());
        return call(outside, operation, body, target);
    }

    private static GraphResponse call(Exchange exchange, Operation operation, ObjectNode body, Target target) {
        ObjectNode parameters = BodyCheck.parameters(exchange.model(), operation, body);
        Entity bound = target instanceof Target.One one ? one.entity() : null;
        Answer answer =
                Operations.find(exchange, operation, target).operation().call(exchange.call(), bound, parameters);
        GraphResponse response = new AnswerBody(exchange).of(answer);
        // directory.md §1: actions of the directory that answer 200 name the service's own address
        return response.status() == 200 && target.type().directory()
                ? response.with("Location", "https://graph.microsoft.com")
                : response;
    }
}
