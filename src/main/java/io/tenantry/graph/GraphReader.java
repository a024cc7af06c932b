package io.tenantry.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.graph.delta.DeltaQuery;
import io.tenantry.graph.path.ResourcePath.Tail;
import io.tenantry.graph.write.ContextUrl;
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
import java.util.Optional;
import java.util.Set;

/** Answers GET: entities, collections, counts, references, single properties and functions. */
final class GraphReader {
    private final Exchange exchange;
    private final ReadRights rights;
    private final ReadBody body;

    GraphReader(Exchange exchange) {
        this.exchange = exchange;
        this.rights = exchange.rights();
        this.body = new ReadBody(exchange);
    }

    GraphResponse read() {
        Optional<Operation> function = exchange.path().operation();
        Optional<Property> property = exchange.path().property();
        Target target = exchange.target();
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
        GraphRegistry.Operation rule = Operations.find(exchange, operation, target);
        Entity entity = target instanceof Target.One one ? one.entity() : null;
        return new AnswerBody(exchange).of(rule.call(exchange.call(), entity, Json.object()));
    }

    /** Whole sets are tracked, not what one object refers to. */
    private GraphResponse delta(Target.Many many) {
        if (!(many.source() instanceof CollectionSource.All)) {
            throw GraphError.malformed("Unsupported request: Change tracking is not supported against 'microsoft.graph."
                    + many.type().name() + "'.");
        }
        return body.delta(new DeltaQuery(
                        exchange.call().session(),
                        exchange.model(),
                        many.type(),
                        exchange.call().now(),
                        exchange.retention().changes(),
                        body.address(),
                        rights)
                .run(exchange.options()));
    }

    // ---- collections

    private GraphResponse collection(Target.Many many) {
        StructuredType type = many.type();
        if (exchange.path().tail() == Tail.COUNT) {
            return count(many, type);
        }
        CollectionSource source = many.source();
        boolean eventual = exchange.request().eventual();
        if (source instanceof CollectionSource.Related) {
            RelationshipRules.check(exchange.options(), exchange.model(), type, eventual);
        }
        Query query = Query.parse(exchange.options(), exchange.model(), type, eventual);
        Set<String> leftOut = rights.leftOut(type, Asked.by(type, query.criteria(), query.order()));
        rights.select(query.selection(), type);
        rights.expand(query.expansions(), type, exchange.path(), exchange.call().keys());
        Page page = source instanceof CollectionSource.Fixed fixed
                ? FixedPage.of(fixed.entities(), query, exchange.options().has("top"))
                : new CollectionQuery(exchange.call().session(), source, many.cast(), leftOut).page(query);
        return exchange.path().tail() == Tail.REF ? body.references(page) : body.page(page, query);
    }

    private GraphResponse count(Target.Many many, StructuredType type) {
        boolean eventual = exchange.request().eventual();
        if (type.directory() && !eventual) {
            throw GraphError.badRequest("$count is not currently supported.");
        }
        CollectionSource source = many.source();
        Criteria criteria = Criteria.parse(exchange.options(), exchange.model(), type, eventual, eventual);
        Set<String> leftOut = rights.leftOut(type, Asked.by(type, criteria, List.of()));
        if (source instanceof CollectionSource.Fixed fixed) {
            return JsonBody.text(
                    Integer.toString(FixedPage.all(fixed.entities(), criteria).size()));
        }
        long count = new CollectionQuery(exchange.call().session(), source, many.cast(), leftOut).count(criteria);
        return JsonBody.text(Long.toString(count));
    }

    // ---- single

    private GraphResponse entity(Target.One one) {
        Tail tail = exchange.path().tail();
        if (tail == Tail.COUNT || tail == Tail.VALUE) {
            throw GraphError.unknownSegment(tail == Tail.COUNT ? "$count" : "$value");
        }
        Entity entity = one.entity();
        if (entity == null) {
            throw GraphError.notFound(exchange.path().last().type().name());
        }
        rights.open(entity, exchange.path());
        if (tail == Tail.REF) {
            return body.reference(entity);
        }
        Optional<Selection> selection =
                Selection.parse(exchange.options().get("select"), exchange.model(), shape(one), false);
        List<Expansion> expansions = Expansion.parse(exchange.options().get("expand"), exchange.model(), shape(one));
        rights.select(selection, exchange.call().caller().sight().of(entity));
        rights.expand(expansions, shape(one), exchange.path(), exchange.call().keys());
        String context = ContextUrl.set(exchange.model(), exchange.path());
        return body.entity(entity, one.type().name(), context, selection, expansions);
    }

    /** Properties of the entity's own type may be selected where the path only promises a base type. */
    private StructuredType shape(Target.One one) {
        return exchange.model().type(one.entity().type());
    }

    private GraphResponse property(Property property, Target.One one) {
        if (one.entity() == null) {
            throw GraphError.unknownSegment(property.name());
        }
        rights.open(one.entity(), exchange.path());
        rights.require(one.entity(), exchange.path().properties().get(0).name());
        JsonNode value = value(exchange.shown(one.entity()).properties());
        return switch (exchange.path().tail()) {
            case NONE -> value.isNull() ? GraphResponse.noContent() : body.property(property, value);
            case COUNT -> count(property, value);
            case VALUE -> raw(value);
            case REF -> throw GraphError.unknownSegment("$ref");
        };
    }

    /** What the last of the path's properties has; nothing within a value that is null. */
    private JsonNode value(JsonNode object) {
        JsonNode value = object;
        for (Property property : exchange.path().properties()) {
            value = value.isNull()
                    ? value
                    : Optional.ofNullable(value.get(property.name())).orElse(property.absent());
        }
        return value;
    }

    private static GraphResponse count(Property property, JsonNode value) {
        if (!property.type().collection()) {
            throw GraphError.unknownSegment("$count");
        }
        return JsonBody.text(Integer.toString(value.size()));
    }

    /** Only what is one value has a text of its own. */
    private static GraphResponse raw(JsonNode value) {
        if (value.isContainerNode()) {
            throw GraphError.unknownSegment("$value");
        }
        return value.isNull() ? GraphResponse.noContent() : JsonBody.text(value.asText());
    }
}
