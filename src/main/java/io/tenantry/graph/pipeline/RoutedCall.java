package io.tenantry.graph.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Access;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.graph.json.EntityJson;
import io.tenantry.graph.message.GraphRequest;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Step;
import io.tenantry.odata.body.BodyReader;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.store.Entity;
import io.tenantry.world.RetentionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request whose path, caller and transaction are known: what it asks, and what it is answered with. */
record RoutedCall(
        GraphRequest request,
        GraphModel model,
        ResourcePath path,
        QueryOptions options,
        GraphRegistry registry,
        Access access,
        RetentionConfig retention,
        GraphCall call) {

    /** What the caller may ask of objects. */
    ReadRights rights() {
        return new ReadRights(model, access, call.caller());
    }

    /** The body, which must be a JSON object. */
    ObjectNode body() {
        return BodyReader.object(request.body(), request.header("content-type"));
    }

    /** The address of what was called, without options. */
    String address() {
        return request.baseUrl() + "/" + model.version() + path.last().template();
    }

    /** The address that the directory itself gives to an object. */
    String directoryUrl(Entity object) {
        return EntityJson.directoryUrl(request.baseUrl(), call.tenant().id(), object);
    }

    Resolver resolver() {
        return new Resolver(registry, model, call, request.method());
    }

    Target target() {
        return target(path);
    }

    /** The entity that the last segment names, null where it is not there; what comes before it must be there. */
    Entity targetIfAny() {
        ResourcePath.Located last = path.last();
        Resolver resolver = resolver();
        Target before = resolver.resolve(before());
        return last.step() instanceof Step.Navigate navigate && before instanceof Target.One one
                ? resolver.findSingle(last.template(), navigate.navigation(), one.entity())
                        .orElse(null)
                : target() instanceof Target.One found ? found.entity() : null;
    }

    /** The entity that the key at the end names; what comes before it must be there. */
    Optional<Entity> keyedIfAny() {
        Resolver resolver = resolver();
        Target.Many many = (Target.Many) resolver.resolve(before());
        return resolver.find(path.last(), many, (Step.Key) path.last().step());
    }

    /** The entity before the last segment. */
    Entity owner() {
        return target(before()) instanceof Target.One one ? one.entity() : null;
    }

    private ResourcePath before() {
        return new ResourcePath(path.located().subList(0, path.located().size() - 1), path.tail(), path.me());
    }

    private Target target(ResourcePath wanted) {
        return resolver().resolve(wanted.me() ? asUser(wanted) : wanted);
    }

    /** {@code me} is the caller's own user. */
    private ResourcePath asUser(ResourcePath wanted) {
        List<ResourcePath.Located> located = new ArrayList<>(wanted.located());
        ResourcePath.Located key = located.get(1);
        located.set(
                1,
                new ResourcePath.Located(
                        new Step.Key(null, call.keys().get(0)), key.type(), key.collection(), key.template()));
        return new ResourcePath(located, wanted.tail(), false);
    }

    /** The entity as clients see it, with what its type computes when read. */
    Entity shown(Entity entity) {
        return registry.view(entity.type())
                .filter(view -> view.wanted(call))
                .map(view -> {
                    Entity copy = entity.copy();
                    view.apply(call, copy);
                    return copy;
                })
                .orElse(entity);
    }
}
