package io.tenantry.graph.path;

import io.tenantry.error.GraphError;
import io.tenantry.family.GraphRegistry;
import io.tenantry.graph.path.ResourcePath.Located;
import io.tenantry.graph.path.ResourcePath.Step;
import io.tenantry.graph.path.ResourcePath.Tail;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Operation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a path against the Edm: keys as segments or in brackets, alternate keys, casts, bound operations by short and qualified name,
 * names in any case (odata-protocol.md §11).
 */
public final class PathParser {
    private static final int MAX_SEGMENTS = 32;

    private final GraphModel model;
    private final GraphRegistry.Unknown unknown;
    private final List<Located> located = new ArrayList<>();
    private Tail tail = Tail.NONE;
    private boolean me;
    private StructuredType type;
    private boolean collection;
    private String template = "";

    private PathParser(GraphModel model, GraphRegistry.Unknown unknown) {
        this.model = model;
        this.unknown = unknown;
    }

    /**
     * @param path behind the version, percent-encoded
     * @throws GraphError for the first segment that the Edm does not have
     */
    public static ResourcePath parse(GraphModel model, String path, GraphRegistry.Unknown unknown) {
        PathParser parser = new PathParser(model, unknown);
        List<PathSegment> segments = PathSegment.split(path);
        if (segments.size() > MAX_SEGMENTS) {
            throw GraphError.malformed("The request URI is too deep.");
        }
        segments.forEach(parser::segment);
        if (parser.located.isEmpty()) {
            throw GraphError.unknownSegment("");
        }
        return parser.path();
    }

    private ResourcePath path() {
        return new ResourcePath(List.copyOf(located), tail, me);
    }

    private GraphError unknown(String segment) {
        return unknown.error(template, path().keys(), segment);
    }

    private void segment(PathSegment segment) {
        if (tail != Tail.NONE || located.size() > 0 && last() instanceof Step.Call) {
            throw unknown(segment.name());
        }
        if (segment.name().startsWith("$")) {
            tail(segment.name());
        } else if (located.isEmpty()) {
            root(segment);
        } else if (last() instanceof Step.Value value) {
            withinValue(value.property(), segment);
        } else if (collection) {
            withinCollection(segment);
        } else {
            withinEntity(segment);
        }
    }

    private Step last() {
        return located.get(located.size() - 1).step();
    }

    private void tail(String name) {
        tail = switch (name.toLowerCase(Locale.ROOT)) {
            case "$count" -> Tail.COUNT;
            case "$ref" -> Tail.REF;
            case "$value" -> Tail.VALUE;
            default -> throw collection ? notAKey() : unknown(name);
        };
        if (located.isEmpty() || collection && tail == Tail.VALUE) {
            throw unknown(name);
        }
    }

    /** No key as a segment begins with {@code $}, which an unexpanded variable of a shell does (field-findings.md §1). */
    private GraphError notAKey() {
        String name = last() instanceof Step.Cast cast
                ? "microsoft.graph." + cast.type().name()
                : template.substring(template.lastIndexOf('/') + 1);
        return GraphError.malformed(
                "The request URI is not valid. Since the segment '" + name
                        + "' refers to a collection, this must be the last segment in the request URI or it must be followed by an function"
                        + " or action that can be bound to it otherwise all intermediate segments must refer to a single resource.");
    }

    private void root(PathSegment segment) {
        if (segment.name().equalsIgnoreCase("me")) {
            me = true;
            root(new PathSegment("users", Optional.empty()));
            key(null, "me");
            return;
        }
        GraphModel.Root root = model.root(segment.name()).orElseThrow(() -> unknown(segment.name()));
        at(model.type(root.type()), root.collection(), template + "/" + root.name(), new Step.Root(root));
        segment.arguments().ifPresent(this::keyInBrackets);
    }

    private void withinCollection(PathSegment segment) {
        Optional<StructuredType> cast = cast(segment);
        if (cast.isPresent()) {
            cast(cast.get());
            return;
        }
        Optional<Operation> operation = model.operation(segment.name(), type, true);
        if (operation.isPresent()) {
            call(operation.get(), segment);
            return;
        }
        int equals = segment.name().indexOf('=');
        if (equals > 0 && isAlternateKey(segment.name().substring(0, equals))) {
            alternateKey(segment.name().substring(0, equals), segment.name().substring(equals + 1));
        } else {
            key(null, segment.whole());
        }
    }

    private void withinEntity(PathSegment segment) {
        Optional<StructuredType> cast = cast(segment);
        Optional<Navigation> navigation = type.navigation(segment.name());
        Optional<Property> property = type.property(segment.name());
        if (cast.isPresent()) {
            at(cast.get(), false, template, new Step.Cast(cast.get()));
        } else if (navigation.isPresent()) {
            navigate(navigation.get(), segment);
        } else if (property.isPresent()) {
            value(property.get());
        } else {
            Operation operation =
                    model.operation(segment.name(), type, false).orElseThrow(() -> unknown(segment.name()));
            call(operation, segment);
        }
    }

    /** Complex values have properties in turn, collections of them do not. */
    private void withinValue(Property property, PathSegment segment) {
        boolean complex = property.type().kind() == TypeRef.Kind.COMPLEX
                && !property.type().collection();
        value(Optional.of(property)
                .filter(each -> complex)
                .flatMap(each -> model.type(each.type().name()).property(segment.name()))
                .orElseThrow(() -> unknown(segment.name())));
    }

    private void value(Property property) {
        at(type, false, template + "/" + property.name(), new Step.Value(property));
    }

    private void navigate(Navigation navigation, PathSegment segment) {
        StructuredType target = model.type(navigation.target());
        at(target, navigation.collection(), template + "/" + navigation.name(), new Step.Navigate(navigation));
        segment.arguments().ifPresent(this::keyInBrackets);
    }

    /** Casts are no part of the template, but among deleted items, where each type is a collection of its own. */
    private void cast(StructuredType target) {
        String deleted = template.equals("/directory/deletedItems") ? "/" + target.name() : "";
        at(target, true, template + deleted, new Step.Cast(target));
    }

    private Optional<StructuredType> cast(PathSegment segment) {
        String shortName = GraphModel.shortName(segment.name());
        return shortName.length() == segment.name().length()
                ? Optional.empty()
                : model.findType(shortName).filter(t -> t.entity() && t.isA(type.name()));
    }

    private void call(Operation operation, PathSegment segment) {
        Map<String, String> parameters =
                segment.arguments().map(Arguments::named).orElse(Map.of());
        at(type, collection, template + "/" + operation.name(), new Step.Call(operation, parameters));
    }

    private void keyInBrackets(String arguments) {
        if (!collection) {
            throw unknown("(" + arguments + ")");
        }
        if (Arguments.isNamed(arguments)) {
            Map<String, String> named = Arguments.named(arguments);
            if (named.isEmpty()) {
                throw unknown("(" + arguments + ")");
            }
            String name = named.keySet().iterator().next();
            if (name.equalsIgnoreCase(type.key())) {
                key(null, named.get(name));
            } else {
                alternateKey(name, named.get(name));
            }
        } else {
            key(null, Arguments.literal(arguments));
        }
    }

    private void alternateKey(String name, String value) {
        if (!isAlternateKey(name)) {
            throw GraphError.malformed(
                    "The key property '" + name + "' is not a key of the type 'microsoft.graph." + type.name() + "'.");
        }
        String plain = value.startsWith("'") ? Arguments.literal(value) : value;
        key(type.property(name).orElseThrow().name(), plain);
    }

    private boolean isAlternateKey(String name) {
        return type.alternateKeys().stream().anyMatch(name::equalsIgnoreCase);
    }

    private void key(String property, String value) {
        if (value.isEmpty()) {
            throw unknown("()");
        }
        at(type, false, template + "/{}", new Step.Key(property, value));
    }

    private void at(StructuredType newType, boolean isCollection, String newTemplate, Step step) {
        type = newType;
        collection = isCollection;
        template = newTemplate;
        located.add(new Located(step, type, collection, template));
    }
}
