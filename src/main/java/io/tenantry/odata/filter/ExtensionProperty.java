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
import java.util.Locale;
import java.util.Set;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmStructuredType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.core.edm.EdmPropertyImpl;

/**
 * Directory extensions in {@code $filter}: {@code extension_{appId}_{name}} is a property of every open type although the Edm has none of
 * them; it compares as text (directory.md §11).
 */
final class ExtensionProperty {
    private static final FilterSupport SUPPORT =
            new FilterSupport(Set.of("eq", "in", "startsWith"), Set.of("ne", "not", "null"));

    private ExtensionProperty() {}

    static boolean isOne(StructuredType type, String name) {
        return type.open() && name.toLowerCase(Locale.ROOT).startsWith("extension_");
    }

    static Property of(String name) {
        return new Property(
                name,
                new TypeRef("Edm.String", false, TypeRef.Kind.PRIMITIVE),
                true,
                true,
                NullNode.getInstance(),
                false,
                Property.Settable.ALWAYS,
                new Property.Queryable(SUPPORT, Property.Sort.NONE, Property.Search.NONE));
    }

    /** The type as Olingo's parser shall see it. */
    static EdmStructuredType on(GraphModel model, StructuredType type) {
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
                    return own == null && property ? other(model, type, (String) arguments[0]) : own;
                });
    }

    /** An extension, or what another type has that the collection may hold; null for neither. */
    private static Object other(GraphModel model, StructuredType type, String name) {
        if (isOne(type, name)) {
            return text(model, name);
        }
        return model.property(type, name).isEmpty()
                ? null
                : model.holder(name)
                        .map(holder -> model.edmType(holder.name()).getProperty(name))
                        .orElse(null);
    }

    private static EdmPropertyImpl text(GraphModel model, String name) {
        return new EdmPropertyImpl(model.edm(), new CsdlProperty().setName(name).setType("Edm.String"));
    }

    private static Object call(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
