package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Spells paths as the Edm does: {@code Complex/SubProperty}, {@code collection/any}, {@code collection/$count}, {@code x/sub}. */
final class PathSpelling {
    private final GraphModel model;
    private final StructuredType type;
    private final Map<String, String> variables;
    private final StringBuilder strict = new StringBuilder();
    /** The type that has the next name; null behind a primitive value. */
    private StructuredType at;

    /** @param variables range variables of the filter's lambdas, each with the collection that it runs over */
    PathSpelling(GraphModel model, StructuredType type, Map<String, String> variables) {
        this.model = model;
        this.type = type;
        this.variables = variables;
    }

    /**
     * @param call whether a bracket follows, as behind a function's name
     * @throws GraphError 400 for a name that the type does not have
     */
    String of(String path, boolean call) {
        String[] names = path.split("/", -1);
        boolean variable = variables.containsKey(names[0]);
        at = variable ? elementType(names[0]) : type;
        strict.append(variable ? names[0] : spelled(names[0], call));
        for (int i = 1; i < names.length; i++) {
            strict.append('/').append(spelled(names[i], call));
        }
        return strict.toString();
    }

    private String spelled(String name, boolean call) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("any") || lower.equals("all") || name.startsWith("$")) {
            return lower;
        }
        if (at == null) {
            throw unknown(name, call);
        }
        Optional<Property> property = model.property(at, name);
        if (property.isPresent()) {
            at = complex(property.get());
            return property.get().name();
        }
        return ExtensionProperty.isOne(at, name)
                ? name
                : at.navigation(name).orElseThrow(() -> unknown(name, call)).name();
    }

    private StructuredType complex(Property property) {
        return property.type().kind() == TypeRef.Kind.COMPLEX
                ? model.type(property.type().name())
                : null;
    }

    /** The type over which a range variable runs: that of its collection. */
    private StructuredType elementType(String variable) {
        return type.property(variables.get(variable)).map(this::complex).orElse(null);
    }

    private GraphError unknown(String name, boolean call) {
        return call
                ? GraphError.malformed("Invalid filter clause: An unknown function with name '" + name + "' was found.")
                : GraphError.malformed("Invalid filter clause: Could not find a property named '" + name
                        + "' on type 'microsoft.graph." + type.name() + "'.");
    }
}
