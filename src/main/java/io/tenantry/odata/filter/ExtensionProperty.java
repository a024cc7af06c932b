package io.tenantry.odata.filter;

import com.fasterxml.jackson.databind.node.NullNode;
import io.tenantry.odata.edm.FilterSupport;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.apache.olingo.commons.api.edm.EdmStructuredType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.core.edm.EdmPropertyImpl;

/**
 * Directory extensions in {@code $filter}: {@code extension_{appId}_{name}} is a property of every open type although the Edm has none of
 * them (directory.md §11). Which data type it has, and whether it has several values, is for a tenant to say: here it has the type of the
 * literal it is compared with, and several values where {@code any} asks for one of them; what is stored otherwise is not found.
 */
final class ExtensionProperty {
    private static final String PREFIX = "extension_";
    private static final String ANY = "/any";
    private static final String TEXT = "Edm.String";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    private static final FilterSupport SUPPORT =
            new FilterSupport(Set.of("eq", "in", "startsWith"), Set.of("ne", "not", "null"));

    private ExtensionProperty() {}

    static boolean isOne(StructuredType type, String name) {
        return type.open() && hasPrefix(name);
    }

    private static boolean hasPrefix(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    /**
     * What a filter takes extensions for.
     *
     * @param types of those that it compares with anything but null
     * @param collections those of which it asks for a value
     */
    record Uses(Map<String, String> types, Set<String> collections) {}

    /** {@code extension_… eq literal}, {@code extension_… in (literal, …)}, {@code extension_…/any(variable:…)} and likewise its variable. */
    static Uses uses(List<String> tokens) {
        Map<String, String> types = new HashMap<>();
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            String token = tokens.get(i);
            String next = tokens.get(i + 2);
            if (hasPrefix(token) && token.toLowerCase(Locale.ROOT).endsWith(ANY)) {
                variables.put(next, token.substring(0, token.length() - ANY.length()));
                continue;
            }
            boolean list = next.equals("(") && i + 3 < tokens.size();
            String literal = list ? tokens.get(i + 3) : next;
            String name = variables.getOrDefault(token, token);
            if (hasPrefix(name) && !tokens.get(i + 1).equals(":") && !literal.equalsIgnoreCase("null")) {
                types.putIfAbsent(name, typeOf(literal));
            }
        }
        return new Uses(types, Set.copyOf(variables.values()));
    }

    private static String typeOf(String literal) {
        if (literal.equalsIgnoreCase("true") || literal.equalsIgnoreCase("false")) {
            return "Edm.Boolean";
        }
        if (WHOLE_NUMBER.matcher(literal).matches()) {
            return "Edm.Int64";
        }
        return MOMENT.matcher(literal).matches() ? "Edm.DateTimeOffset" : TEXT;
    }

    /** @param typed as the parser saw it */
    static Property of(EdmProperty typed) {
        return new Property(
                typed.getName(),
                new TypeRef("Edm." + typed.getType().getName(), typed.isCollection(), TypeRef.Kind.PRIMITIVE),
                true,
                true,
                NullNode.getInstance(),
                false,
                Property.Settable.ALWAYS,
                new Property.Queryable(SUPPORT, Property.Sort.NONE, Property.Search.NONE));
    }

    /**
     * The type as Olingo's parser shall see it.
     *
     * @param uses of extensions
     */
    static EdmStructuredType on(GraphModel model, StructuredType type, Uses uses) {
        EdmStructuredType edm = model.edmType(type.name());
        if (!type.open() || !(edm instanceof EdmEntityType)) {
            return edm;
        }
        return (EdmStructuredType) Proxy.newProxyInstance(
                ExtensionProperty.class.getClassLoader(),
                new Class<?>[] {EdmEntityType.class},
                (self, method, arguments) -> {
                    boolean property = method.getName().equals("getProperty")
                            || method.getName().equals("getStructuralProperty");
                    Object own = call(edm, method, arguments);
                    return own == null && property ? other(model, type, uses, (String) arguments[0]) : own;
                });
    }

    /** An extension, or what another type has that the collection may hold; null for neither. */
    private static Object other(GraphModel model, StructuredType type, Uses uses, String name) {
        if (isOne(type, name)) {
            CsdlProperty extension = new CsdlProperty()
                    .setName(name)
                    .setType(uses.types().getOrDefault(name, TEXT))
                    .setCollection(uses.collections().contains(name));
            return new EdmPropertyImpl(model.edm(), extension);
        }
        return model.property(type, name).isEmpty()
                ? null
                : model.holder(name)
                        .map(holder -> model.edmType(holder.name()).getProperty(name))
                        .orElse(null);
    }

    private static Object call(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
