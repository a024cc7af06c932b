package io.tenantry.odata.edm;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmStructuredType;
import org.apache.olingo.commons.api.edm.FullQualifiedName;

/** Everything that exists in one version of Graph. */
public final class GraphModel {
    public static final String NAMESPACE = "microsoft.graph";

    /** What a path can begin with. */
    public record Root(String name, String type, boolean collection) {}

    private final String version;
    private final Edm edm;
    private final Map<String, StructuredType> types;
    private final Map<String, EnumType> enums;
    private final Map<String, Root> roots;
    private final Map<String, List<Operation>> operations;

    GraphModel(
            String version,
            Edm edm,
            Map<String, StructuredType> types,
            Map<String, EnumType> enums,
            Map<String, Root> roots,
            Map<String, List<Operation>> operations) {
        this.version = version;
        this.edm = edm;
        this.types = types;
        this.enums = enums;
        this.roots = roots;
        this.operations = operations;
    }

    /** {@code v1.0} or {@code beta}. */
    public String version() {
        return version;
    }

    /** The type as Olingo's parser wants it. */
    public EdmStructuredType edmType(String name) {
        FullQualifiedName qualified = new FullQualifiedName(NAMESPACE, name);
        EdmStructuredType entity = edm.getEntityType(qualified);
        return entity != null ? entity : edm.getComplexType(qualified);
    }

    public Edm edm() {
        return edm;
    }

    /** By short name; the name comes from the model itself. */
    public StructuredType type(String name) {
        StructuredType type = types.get(name.toLowerCase(Locale.ROOT));
        if (type == null) {
            throw new IllegalArgumentException("no type " + name + " in " + version);
        }
        return type;
    }

    /** By a name of the wire: short, {@code graph.}- or {@code microsoft.graph.}-qualified, in any case. */
    public Optional<StructuredType> findType(String name) {
        return Optional.ofNullable(types.get(shortName(name).toLowerCase(Locale.ROOT)));
    }

    public Collection<StructuredType> types() {
        return types.values();
    }

    /** A property of the type; collections of directory objects know those of every type that they may hold. */
    public Optional<Property> property(StructuredType type, String anyCase) {
        Optional<Property> own = type.property(anyCase);
        return own.isPresent() || !type.name().equals("directoryObject")
                ? own
                : holder(anyCase).flatMap(t -> t.property(anyCase));
    }

    /** The first type of directory objects that has a property. */
    public Optional<StructuredType> holder(String property) {
        return types.values().stream()
                .filter(type ->
                        type.isA("directoryObject") && type.property(property).isPresent())
                .findFirst();
    }

    public EnumType enumType(String name) {
        return enums.get(name.toLowerCase(Locale.ROOT));
    }

    public Optional<Root> root(String anyCase) {
        return Optional.ofNullable(roots.get(anyCase.toLowerCase(Locale.ROOT)));
    }

    /** The set in which objects of a type are addressed by themselves. */
    public Optional<Root> set(StructuredType type) {
        return roots.values().stream()
                .filter(root -> root.collection() && root.type().equals(type.name()))
                .findFirst();
    }

    public Collection<Root> roots() {
        return roots.values();
    }

    /** The operation of this name (short or qualified, any case) that is bound to the type, to one of its bases, or to a collection of it. */
    public Optional<Operation> operation(String name, StructuredType type, boolean collection) {
        List<Operation> named = operations.get(shortName(name).toLowerCase(Locale.ROOT));
        return named == null ? Optional.empty() : nearest(named, type, collection);
    }

    private static Optional<Operation> nearest(List<Operation> named, StructuredType type, boolean collection) {
        return named.stream()
                .filter(operation -> operation.boundTo().collection() == collection)
                .filter(operation -> type.isA(operation.boundTo().name()))
                .min((a, b) -> type.lineage().indexOf(a.boundTo().name())
                        - type.lineage().indexOf(b.boundTo().name()));
    }

    public Collection<List<Operation>> operations() {
        return operations.values();
    }

    /** {@code microsoft.graph.user} and {@code graph.user} → {@code user}. */
    public static String shortName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("microsoft.graph.")) {
            return name.substring("microsoft.graph.".length());
        }
        return lower.startsWith("graph.") ? name.substring("graph.".length()) : name;
    }
}
