package io.tenantry.odata.edm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.GraphModel.Root;
import io.tenantry.odata.edm.Property.Queryable;
import io.tenantry.odata.edm.Property.Settable;
import io.tenantry.odata.edm.StructuredType.Keys;
import io.tenantry.odata.edm.StructuredType.Rules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.olingo.commons.api.edm.provider.CsdlAnnotation;
import org.apache.olingo.commons.api.edm.provider.CsdlComplexType;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlEnumMember;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlOperation;
import org.apache.olingo.commons.api.edm.provider.CsdlParameter;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlReturnType;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.api.edm.provider.CsdlStructuralType;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.commons.core.edm.EdmProviderImpl;
import org.apache.olingo.server.core.MetadataParser;
import org.apache.olingo.server.core.SchemaBasedEdmProvider;

/** Reads a CSDL document of the product into a {@link GraphModel}. */
public final class ModelLoader {
    private final CsdlSchema schema;
    private final Map<String, CsdlStructuralType> structural = new HashMap<>();
    private final Map<String, EnumType> enums = new LinkedHashMap<>();

    private ModelLoader(CsdlSchema schema) {
        this.schema = schema;
        schema.getEntityTypes().forEach(type -> structural.put(type.getName(), type));
        schema.getComplexTypes().forEach(type -> structural.put(type.getName(), type));
        schema.getEnumTypes()
                .forEach(type -> enums.put(
                        type.getName().toLowerCase(Locale.ROOT),
                        EnumType.of(
                                type.getName(),
                                type.isFlags(),
                                type.getMembers().stream()
                                        .map(CsdlEnumMember::getName)
                                        .toList())));
    }

    /** Loads {@code edm/{version}.xml} from the class path. */
    public static GraphModel load(String version) {
        try (Reader reader = new InputStreamReader(
                ModelLoader.class.getResourceAsStream("/edm/" + version + ".xml"), StandardCharsets.UTF_8)) {
            SchemaBasedEdmProvider provider = new MetadataParser()
                    .parseAnnotations(true)
                    .recursivelyLoadReferences(false)
                    .implicitlyLoadCoreVocabularies(false)
                    .buildEdmProvider(reader);
            CsdlSchema schema = provider.getSchemas().stream()
                    .filter(s -> s.getNamespace().equals(GraphModel.NAMESPACE))
                    .findFirst()
                    .orElseThrow();
            return new ModelLoader(schema).model(version, provider);
        } catch (IOException | XMLStreamException | ODataException e) {
            throw new IllegalStateException("edm/" + version + ".xml", e);
        }
    }

    private GraphModel model(String version, SchemaBasedEdmProvider provider) {
        Map<String, StructuredType> types = new LinkedHashMap<>();
        schema.getEntityTypes().forEach(type -> types.put(lower(type), structuredType(type, true)));
        schema.getComplexTypes().forEach(type -> types.put(lower(type), structuredType(type, false)));
        enumsAsText();
        return new GraphModel(version, new EdmProviderImpl(provider), types, enums, roots(), operations());
    }

    /** For the query parser enumerations are text: Graph takes {@code status eq 'success'} without a type's name before it. */
    private void enumsAsText() {
        structural.values().stream()
                .flatMap(type -> type.getProperties().stream())
                .filter(p -> typeRef(p.getType(), p.isCollection()).kind() == TypeRef.Kind.ENUM)
                .forEach(p -> p.setType("Edm.String"));
    }

    private static String lower(CsdlStructuralType type) {
        return type.getName().toLowerCase(Locale.ROOT);
    }

    private StructuredType structuredType(CsdlStructuralType type, boolean entity) {
        List<CsdlStructuralType> line = lineage(type);
        Map<String, Property> properties = new LinkedHashMap<>();
        Map<String, Navigation> navigations = new LinkedHashMap<>();
        for (int i = line.size() - 1; i >= 0; i--) {
            line.get(i).getProperties().forEach(p -> properties.put(p.getName(), property(type, p)));
            line.get(i).getNavigationProperties().forEach(n -> navigations.put(n.getName(), navigation(n)));
        }
        return new StructuredType(
                line.stream().map(CsdlStructuralType::getName).toList(),
                entity,
                line.stream().anyMatch(CsdlStructuralType::isOpenType),
                rules(type, line),
                entity ? new Keys(key(line), Annotations.of(type).alternateKeys()) : Keys.NONE,
                properties.values(),
                navigations.values());
    }

    private static Rules rules(CsdlStructuralType type, List<CsdlStructuralType> line) {
        Annotations annotations = Annotations.of(type);
        return new Rules(
                annotations.flag("io.tenantry.Directory"),
                annotations.flag("io.tenantry.Unfiltered"),
                annotations.flag("io.tenantry.Unexpanded"),
                annotations.flag("io.tenantry.Directory") || annotations.flag("io.tenantry.Unskipped"),
                annotations.flag("io.tenantry.OneExpanded"),
                annotations.text("io.tenantry.MaxPage").map(Integer::valueOf),
                line.stream().anyMatch(each -> Annotations.of(each).flag("io.tenantry.ExactNames")));
    }

    private List<CsdlStructuralType> lineage(CsdlStructuralType type) {
        List<CsdlStructuralType> line = new ArrayList<>();
        for (CsdlStructuralType each = type; each != null; each = base(each)) {
            line.add(each);
        }
        return line;
    }

    private CsdlStructuralType base(CsdlStructuralType type) {
        String base = type.getBaseType();
        return base == null ? null : structural.get(simple(base));
    }

    private static String key(List<CsdlStructuralType> line) {
        return line.stream()
                .map(type -> ((CsdlEntityType) type).getKey())
                .filter(keys -> keys != null && !keys.isEmpty())
                .map(keys -> keys.get(0).getName())
                .findFirst()
                .orElse(null);
    }

    private Property property(CsdlStructuralType type, CsdlProperty property) {
        Annotations annotations = Annotations.of(property).and(annotationsFor(type, property));
        return new Property(
                property.getName(),
                typeRef(property.getType(), property.isCollection()),
                property.isNullable(),
                annotations.flag("io.tenantry.SelectOnly"),
                absent(property, annotations),
                annotations.flag("io.tenantry.OtherWorkload"),
                settable(annotations),
                queryable(annotations));
    }

    private static Settable settable(Annotations annotations) {
        if (annotations.flag("Org.OData.Core.V1.Computed")) {
            return Settable.NEVER;
        }
        return annotations.flag("Org.OData.Core.V1.Immutable") ? Settable.ON_CREATION : Settable.ALWAYS;
    }

    private static Queryable queryable(Annotations annotations) {
        return new Queryable(
                filterSupport(annotations),
                annotations
                        .text("io.tenantry.Sort")
                        .map(s -> Property.Sort.valueOf(s.toUpperCase(Locale.ROOT)))
                        .orElse(Property.Sort.NONE),
                annotations
                        .text("io.tenantry.Search")
                        .map(s -> Property.Search.valueOf(s.toUpperCase(Locale.ROOT)))
                        .orElse(Property.Search.NONE));
    }

    private static FilterSupport filterSupport(Annotations annotations) {
        return annotations.text("io.tenantry.Filter").map(FilterSupport::parse).orElse(FilterSupport.NONE);
    }

    /** What the schema says apart about an inherited property of one type. */
    private List<CsdlAnnotation> annotationsFor(CsdlStructuralType type, CsdlProperty property) {
        String target = GraphModel.NAMESPACE + "." + type.getName() + "/" + property.getName();
        return schema.getAnnotationGroups().stream()
                .filter(group -> target.equals(group.getTarget()))
                .flatMap(group -> group.getAnnotations().stream())
                .toList();
    }

    private static JsonNode absent(CsdlProperty property, Annotations annotations) {
        return annotations
                .text("io.tenantry.Default")
                .map(Json::parse)
                .orElseGet(() -> property.isCollection() ? Json.array() : NullNode.getInstance());
    }

    private static Navigation navigation(CsdlNavigationProperty navigation) {
        return new Navigation(
                navigation.getName(),
                simple(navigation.getType()),
                navigation.isCollection(),
                navigation.isContainsTarget(),
                Annotations.of(navigation).text("io.tenantry.Relation").map(Navigation.Relation::parse),
                filterSupport(Annotations.of(navigation)),
                List.of(Annotations.of(navigation)
                        .text("io.tenantry.InBody")
                        .orElse("")
                        .split(" ")));
    }

    private TypeRef typeRef(String type, boolean collection) {
        if (type.startsWith("Edm.")) {
            return new TypeRef(type, collection, TypeRef.Kind.PRIMITIVE);
        }
        String name = simple(type);
        CsdlStructuralType found = structural.get(name);
        if (found instanceof CsdlComplexType) {
            return new TypeRef(name, collection, TypeRef.Kind.COMPLEX);
        }
        return new TypeRef(name, collection, found == null ? TypeRef.Kind.ENUM : TypeRef.Kind.ENTITY);
    }

    private Map<String, Root> roots() {
        Map<String, Root> roots = new LinkedHashMap<>();
        schema.getEntityContainer()
                .getEntitySets()
                .forEach(set -> roots.put(
                        set.getName().toLowerCase(Locale.ROOT), new Root(set.getName(), simple(set.getType()), true)));
        schema.getEntityContainer()
                .getSingletons()
                .forEach(one -> roots.put(
                        one.getName().toLowerCase(Locale.ROOT), new Root(one.getName(), simple(one.getType()), false)));
        return roots;
    }

    private Map<String, List<Operation>> operations() {
        Map<String, List<Operation>> operations = new LinkedHashMap<>();
        schema.getActions().forEach(action -> add(operations, operation(action, true, action.getReturnType())));
        schema.getFunctions()
                .forEach(function -> add(operations, operation(function, false, function.getReturnType())));
        return operations;
    }

    private static void add(Map<String, List<Operation>> operations, Operation operation) {
        operations
                .computeIfAbsent(operation.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(operation);
    }

    private Operation operation(CsdlOperation operation, boolean action, CsdlReturnType result) {
        List<CsdlParameter> parameters = operation.getParameters();
        CsdlParameter bound = parameters.get(0);
        return new Operation(
                operation.getName(),
                action,
                typeRef(bound.getType(), bound.isCollection()),
                parameters.stream()
                        .skip(1)
                        .map(p -> new Operation.Parameter(
                                p.getName(), typeRef(p.getType(), p.isCollection()), p.isNullable()))
                        .toList(),
                Annotations.of(operation).flag("io.tenantry.NeedsBody"),
                Optional.ofNullable(result).map(r -> typeRef(r.getType(), r.isCollection())));
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
