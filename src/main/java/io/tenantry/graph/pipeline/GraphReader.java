package io.tenantry.graph.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.graph.delta.DeltaQuery;
import io.tenantry.graph.json.ContextUrl;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.graph.path.ResourcePath.Tail;
import io.tenantry.odata.edm.Operation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.Asked;
import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.RelationshipRules;
import io.tenantry.odata.query.Selection;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers GET: entities, collections, counts, references, single properties and functions. */
final class GraphReader {
    private final RoutedCall routed;
    private final ReadRights rights;

    GraphReader(RoutedCall routed) {
        this.routed = routed;
        this.rights = routed.rights();
    }

    GraphResponse read() {
        Optional<Operation> function = routed.path().operation();
        Optional<Property> property = routed.path().property();
        Target target = routed.target();
        if (function.isPresent()) {
            return function(function.get(), target);
        }
        if (property.isPresent()) {
            return property(property.get(), (Target.One) target);
        }
        if (target instanceof Target.Many many) {
            return collection(many);
        }
        return entity((Target.One) target);
    }

    private GraphResponse function(Operation operation, Target target) {
        if (operation.action()) {
            throw GraphError.methodNotAllowed();
        }
        if (operation.name().equals("delta") && target instanceof Target.Many many) {
            return delta(many);
        }
        GraphRegistry.Operation rule = Operations.find(routed, operation, target);
        Entity entity = target instanceof Target.One one ? one.entity() : null;
        return new AnswerResponse(routed).of(rule.call(routed.call(), entity, Json.object()));
    }

    /** Whole sets are tracked, not what one object refers to. */
    private GraphResponse delta(Target.Many many) {
        if (!(many.source() instanceof CollectionSource.All)) {
            throw GraphError.malformed("Unsupported request: Change tracking is not supported against 'microsoft.graph."
                    + many.type().name() + "'.");
        }
        return new CollectionResponse(routed)
                .delta(new DeltaQuery(
                                routed.call().session(),
                                routed.model(),
                                many.type(),
                                routed.call().now(),
                                routed.retention().changes(),
                                routed.address(),
                                rights)
                        .run(routed.options()));
    }

    // ---- collections

    private GraphResponse collection(Target.Many many) {
        StructuredType type = many.type();
        if (routed.path().tail() == Tail.COUNT) {
            return count(many, type);
        }
        CollectionSource source = many.source();
        boolean eventual = routed.request().eventual();
        if (source instanceof CollectionSource.Related) {
            RelationshipRules.check(routed.options(), routed.model(), type, eventual);
        }
        Query query = Query.parse(routed.options(), routed.model(), type, eventual);
        Set<String> leftOut = rights.leftOut(type, Asked.by(type, query.criteria(), query.order()));
        rights.select(query.selection(), type);
        rights.expand(query.expansions(), type, routed.path(), routed.call().keys());
        Page page = source instanceof CollectionSource.Fixed fixed
                ? FixedPage.of(held(fixed, many.cast()), query, routed.options().has("top"))
                : new CollectionQuery(routed.call().session(), source, many.cast(), leftOut).page(query);
        CollectionResponse response = new CollectionResponse(routed);
        return routed.path().tail() == Tail.REF ? response.references(page) : response.page(page, query);
    }

    /** @param cast short name of a type, null without one */
    private static List<Entity> held(CollectionSource.Fixed fixed, String cast) {
        return cast == null
                ? fixed.entities()
                : fixed.entities().stream()
                        .filter(entity -> entity.type().equals(cast))
                        .toList();
    }

    private GraphResponse count(Target.Many many, StructuredType type) {
        boolean eventual = routed.request().eventual();
        if (type.directory() && !eventual) {
            throw GraphError.badRequest("$count is not currently supported.");
        }
        CollectionSource source = many.source();
        Criteria criteria = Criteria.parse(routed.options(), routed.model(), type, eventual, eventual);
        Set<String> leftOut = rights.leftOut(type, Asked.by(type, criteria, List.of()));
        if (source instanceof CollectionSource.Fixed fixed) {
            return GraphResponse.text(Integer.toString(
                    FixedPage.all(held(fixed, many.cast()), criteria).size()));
        }
        long count = new CollectionQuery(routed.call().session(), source, many.cast(), leftOut).count(criteria);
        return GraphResponse.text(Long.toString(count));
    }

    // ---- single

    private GraphResponse entity(Target.One one) {
        Tail tail = routed.path().tail();
        if (tail == Tail.COUNT || tail == Tail.VALUE) {
            throw GraphError.unknownSegment(tail == Tail.COUNT ? "$count" : "$value");
        }
        Entity entity = one.entity();
        if (entity == null) {
            throw GraphError.notFound(routed.path().last().type().name());
        }
        rights.open(entity, routed.path());
        if (tail == Tail.REF) {
            return reference(entity);
        }
        // properties of the entity's own type may be selected where the path only promises a base type
        StructuredType own = routed.model().type(entity.type());
        Selection selection = routed.options().selection(routed.model(), own, false);
        List<Expansion> expansions = routed.options().expansions(routed.model(), own);
        rights.select(selection, routed.call().caller().sight().of(entity));
        rights.expand(expansions, own, routed.path(), routed.call().keys());
        return new JsonResponse(routed).entity(200, entity, one.type().name(), set(), selection, expansions);
    }

    private GraphResponse reference(Entity entity) {
        JsonResponse response = new JsonResponse(routed);
        return response.of(200, (json, entities) -> {
            response.context(json, "$ref");
            json.writeStringField("@odata.id", routed.directoryUrl(entity));
        });
    }

    /** Fragment of the context. */
    private String set() {
        return ContextUrl.set(routed.model(), routed.path());
    }

    private GraphResponse property(Property property, Target.One one) {
        if (one.entity() == null) {
            throw GraphError.unknownSegment(property.name());
        }
        rights.open(one.entity(), routed.path());
        rights.require(one.entity(), routed.path().properties().get(0).name());
        JsonNode value = value(routed.shown(one.entity()).properties());
        return switch (routed.path().tail()) {
            case NONE ->
                value.isNull()
                        ? GraphResponse.noContent()
                        : new JsonResponse(routed).value(200, set(), Map.of(), property.type(), value);
            case COUNT -> count(property, value);
            case VALUE -> raw(value);
            case REF -> throw GraphError.unknownSegment("$ref");
        };
    }

    /** What the last of the path's properties has; nothing within a value that is null. */
    private JsonNode value(JsonNode object) {
        JsonNode value = object;
        for (Property property : routed.path().properties()) {
            value = value.isNull() || value.isMissingNode()
                    ? value
                    : Optional.ofNullable(value.get(property.name())).orElse(property.absent());
        }
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static GraphResponse count(Property property, JsonNode value) {
        if (!property.type().collection()) {
            throw GraphError.unknownSegment("$count");
        }
        return GraphResponse.text(Integer.toString(value.size()));
    }

    /** Only what is one value has a text of its own. */
    private static GraphResponse raw(JsonNode value) {
        if (value.isContainerNode()) {
            throw GraphError.unknownSegment("$value");
        }
        return value.isNull() ? GraphResponse.noContent() : GraphResponse.text(value.asText());
    }
}
