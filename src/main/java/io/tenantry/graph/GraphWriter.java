package io.tenantry.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Tail;
import io.tenantry.odata.body.BodyCheck;
import io.tenantry.odata.body.BodyReader;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import java.util.function.Function;

/** Answers POST, PATCH, PUT and DELETE: each runs in one transaction that holds unless the rule throws; what only asks, in one that reads. */
final class GraphWriter {
    private final Store store;
    private final GraphRegistry registry;
    private final Function<Session, Exchange> exchangeIn;

    GraphWriter(Store store, GraphRegistry registry, Function<Session, Exchange> exchangeIn) {
        this.store = store;
        this.registry = registry;
        this.exchangeIn = exchangeIn;
    }

    GraphResponse write(Tenant tenant, String method) {
        boolean question = exchangeIn
                .apply(null)
                .path()
                .operation()
                .filter(operation -> registry.isQuestion(operation.name()))
                .isPresent();
        Function<Session, GraphResponse> work = session -> write(exchangeIn.apply(session), method);
        return question ? store.read(tenant, work) : store.write(tenant, work);
    }

    private GraphResponse write(Exchange exchange, String method) {
        ResourcePath path = exchange.path();
        if (path.operation().isPresent()) {
            return new OperationWriter(exchange).write(method, path.operation().get());
        }
        if (path.tail() == Tail.REF) {
            return new ReferenceWriter(exchange).write(method);
        }
        if (path.tail() != Tail.NONE) {
            throw GraphError.methodNotAllowed();
        }
        if (path.property().isPresent()) {
            return property(exchange, method, path.property().get());
        }
        return switch (method) {
            case "POST" -> post(exchange);
            case "PATCH" -> patch(exchange);
            case "PUT" -> put(exchange);
            case "DELETE" -> delete(exchange);
            default -> throw GraphError.methodNotAllowed();
        };
    }

    private GraphResponse post(Exchange exchange) {
        String template = exchange.path().template();
        var write = registry.write("POST", template);
        var create = registry.create(template);
        if (write.isEmpty() && create.isEmpty()) {
            throw GraphError.methodNotAllowed();
        }
        ObjectNode body = body(exchange);
        Target target = exchange.target();
        Entity owner = target instanceof Target.Many many ? many.owner() : null;
        ObjectNode checked = BodyCheck.created(exchange.model(), target.type(), body);
        if (write.isPresent()) {
            return new AnswerBody(exchange).of(write.get().write(exchange.call(), owner, checked));
        }
        return created(exchange, create.get().create(exchange.call(), checked));
    }

    private static GraphResponse created(Exchange exchange, Entity created) {
        Preference minimal = Preference.RETURN_MINIMAL;
        GraphResponse response = exchange.request().prefers(minimal)
                ? minimal.appliedTo(GraphResponse.noContent()).with("OData-EntityId", Location.of(exchange, created))
                : new AnswerBody(exchange).of(Answer.created(created));
        return response.with("Location", Location.of(exchange, created));
    }

    private GraphResponse patch(Exchange exchange) {
        String template = exchange.path().template();
        registry.refusal(template).ifPresent(refusal -> {
            throw refusal.error(exchange.call(), one(exchange.target()));
        });
        var write = registry.write("PATCH", template);
        var update = registry.update(template);
        if (write.isEmpty() && update.isEmpty()) {
            throw GraphError.methodNotAllowed();
        }
        ObjectNode body = body(exchange);
        if (Upsert.isAsked(exchange.request(), exchange.path())) {
            Upsert upsert = Upsert.of(exchange);
            if (upsert.creates()) {
                return create(exchange, upsert, body);
            }
        }
        Entity entity = one(exchange.target());
        StructuredType type = exchange.model().type(entity.type());
        if (write.isPresent()) {
            ObjectNode checked = BodyCheck.replaced(exchange.model(), type, body);
            return new AnswerBody(exchange).of(write.get().write(exchange.call(), entity, checked));
        }
        ObjectNode checked = BodyCheck.changed(exchange.model(), type, body, entity);
        update.get().update(exchange.call(), entity, checked);
        return updated(exchange, entity);
    }

    private static GraphResponse updated(Exchange exchange, Entity entity) {
        Preference whole = Preference.RETURN_REPRESENTATION;
        return exchange.request().prefers(whole)
                ? whole.appliedTo(new AnswerBody(exchange).of(Answer.ok(entity, null)))
                : GraphResponse.noContent();
    }

    private GraphResponse create(Exchange exchange, Upsert upsert, ObjectNode body) {
        var create = registry.create(upsert.collection()).orElseThrow(GraphError::methodNotAllowed);
        body.put(upsert.key().property(), upsert.key().value());
        Entity created = create.create(
                exchange.call(),
                BodyCheck.created(exchange.model(), exchange.path().last().type(), body));
        return Preference.CREATE_IF_MISSING.appliedTo(created(exchange, created));
    }

    /** PUT creates or replaces what a single-valued segment names, so it need not be there yet. */
    private GraphResponse put(Exchange exchange) {
        GraphRegistry.Write write =
                registry.write("PUT", exchange.path().template()).orElseThrow(GraphError::methodNotAllowed);
        ObjectNode body = body(exchange);
        ObjectNode checked =
                BodyCheck.replaced(exchange.model(), exchange.path().last().type(), body);
        Entity current = exchange.targetIfAny();
        return new AnswerBody(exchange).of(write.write(exchange.call(), current, checked));
    }

    private GraphResponse delete(Exchange exchange) {
        GraphRegistry.Delete delete =
                registry.delete(exchange.path().template()).orElseThrow(GraphError::methodNotAllowed);
        delete.delete(exchange.call(), one(exchange.target()));
        return GraphResponse.noContent();
    }

    /** A property that is written by itself, as {@code {"value": …}}: {@code synchronization/secrets}. */
    private GraphResponse property(Exchange exchange, String method, Property property) {
        GraphRegistry.Write write =
                registry.write(method, exchange.path().template()).orElseThrow(GraphError::methodNotAllowed);
        ObjectNode body = body(exchange);
        if (!body.has("value")) {
            throw GraphError.malformed("Property body in payload has a value that does not match schema.");
        }
        ObjectNode checked = Json.object();
        Target target = exchange.target();
        checked.set("value", BodyCheck.value(exchange.model(), target.type(), property, body.get("value")));
        return new AnswerBody(exchange).of(write.write(exchange.call(), one(target), checked));
    }

    private static ObjectNode body(Exchange exchange) {
        return BodyReader.object(exchange.request().body(), exchange.request().header("content-type"));
    }

    private static Entity one(Target target) {
        if (target instanceof Target.One one && one.entity() != null) {
            return one.entity();
        }
        throw GraphError.methodNotAllowed();
    }
}
