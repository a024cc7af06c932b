package io.tenantry.graph.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.graph.message.Preference;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Tail;
import io.tenantry.odata.body.BodyCheck;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.store.Entity;

/** Answers POST, PATCH, PUT and DELETE, within one transaction that holds unless the rule throws. */
final class GraphWriter {
    private final RoutedCall routed;
    private final GraphRegistry registry;
    private final String method;
    private final ResourcePath path;

    GraphWriter(RoutedCall routed) {
        this.routed = routed;
        this.registry = routed.registry();
        this.method = routed.request().method();
        this.path = routed.path();
    }

    GraphResponse write() {
        if (path.operation().isPresent()) {
            return new OperationWriter(routed).write(path.operation().get());
        }
        if (path.tail() == Tail.REF) {
            return new ReferenceWriter(routed).write();
        }
        if (path.tail() != Tail.NONE) {
            throw GraphError.methodNotAllowed();
        }
        if (path.property().isPresent()) {
            return property(path.property().get());
        }
        return switch (method) {
            case "POST" -> post();
            case "PATCH" -> patch();
            case "PUT" -> put();
            case "DELETE" -> delete();
            default -> throw GraphError.methodNotAllowed();
        };
    }

    private GraphResponse post() {
        var write = registry.write("POST", path.template());
        var create = registry.create(path.template());
        if (write.isEmpty() && create.isEmpty()) {
            throw GraphError.methodNotAllowed();
        }
        ObjectNode body = routed.body();
        Target target = routed.target();
        Entity owner = target instanceof Target.Many many ? many.owner() : null;
        ObjectNode checked = BodyCheck.created(routed.model(), target.type(), body);
        return write.isPresent()
                ? answered(write.get(), owner, checked)
                : created(create.get().create(routed.call(), checked));
    }

    private GraphResponse created(Entity created) {
        Preference minimal = Preference.RETURN_MINIMAL;
        GraphResponse response = routed.request().prefers(minimal)
                ? minimal.appliedTo(GraphResponse.noContent()).with("OData-EntityId", Location.of(routed, created))
                : new AnswerResponse(routed).of(Answer.created(created));
        return response.with("Location", Location.of(routed, created));
    }

    private GraphResponse patch() {
        registry.refusal(path.template()).ifPresent(refusal -> {
            throw refusal.error(routed.call(), one(routed.target()));
        });
        var write = registry.write("PATCH", path.template());
        var update = registry.update(path.template());
        if (write.isEmpty() && update.isEmpty()) {
            throw GraphError.methodNotAllowed();
        }
        ObjectNode body = routed.body();
        if (Upsert.isAsked(routed.request(), path)) {
            Upsert upsert = Upsert.of(routed);
            if (upsert.creates()) {
                return create(upsert, body);
            }
        }
        Entity entity = one(routed.target());
        StructuredType type = routed.model().type(entity.type());
        ObjectNode checked = BodyCheck.changed(routed.model(), type, body, entity);
        if (write.isPresent()) {
            return answered(write.get(), entity, checked);
        }
        update.get().update(routed.call(), entity, checked);
        return updated(entity);
    }

    private GraphResponse updated(Entity entity) {
        Preference whole = Preference.RETURN_REPRESENTATION;
        return routed.request().prefers(whole)
                ? whole.appliedTo(new AnswerResponse(routed).of(Answer.ok(entity, null)))
                : GraphResponse.noContent();
    }

    private GraphResponse create(Upsert upsert, ObjectNode body) {
        var create = registry.create(upsert.collection()).orElseThrow(GraphError::methodNotAllowed);
        body.put(upsert.key().property(), upsert.key().value());
        Entity created = create.create(
                routed.call(), BodyCheck.created(routed.model(), path.last().type(), body));
        return Preference.CREATE_IF_MISSING.appliedTo(created(created));
    }

    /** PUT creates or replaces what a single-valued segment names, so it need not be there yet. */
    private GraphResponse put() {
        GraphRegistry.Write write = registry.write("PUT", path.template()).orElseThrow(GraphError::methodNotAllowed);
        ObjectNode body = routed.body();
        ObjectNode checked = BodyCheck.replaced(routed.model(), path.last().type(), body);
        return answered(write, routed.targetIfAny(), checked);
    }

    private GraphResponse delete() {
        GraphRegistry.Delete delete = registry.delete(path.template()).orElseThrow(GraphError::methodNotAllowed);
        delete.delete(routed.call(), one(routed.target()));
        return GraphResponse.noContent();
    }

    /** A property that is written by itself, as {@code {"value": …}}: {@code synchronization/secrets}. */
    private GraphResponse property(Property property) {
        GraphRegistry.Write write = registry.write(method, path.template()).orElseThrow(GraphError::methodNotAllowed);
        ObjectNode body = routed.body();
        if (!body.has("value")) {
            throw GraphError.malformed("Property body in payload has a value that does not match schema.");
        }
        ObjectNode checked = Json.object();
        Target target = routed.target();
        checked.set("value", BodyCheck.value(routed.model(), target.type(), property, body.get("value")));
        return answered(write, one(target), checked);
    }

    private GraphResponse answered(GraphRegistry.Write write, Entity target, ObjectNode checked) {
        return new AnswerResponse(routed).of(write.write(routed.call(), target, checked));
    }

    private static Entity one(Target target) {
        if (target instanceof Target.One one && one.entity() != null) {
            return one.entity();
        }
        throw GraphError.methodNotAllowed();
    }
}
