package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code $select}: names as the answer has them, in the order of the request.
 *
 * @param all whether the default set is shown, beside named ones
 * @param asked whether a client said what is to be shown
 */
public record Selection(Set<String> names, boolean all, boolean asked) {
    /** Without {@code $select}. */
    public static final Selection DEFAULT = new Selection(Set.of(), true, false);

    /** Names of directory extensions are not in the Edm, nor are those within open extensions (directory.md §11). */
    private static final String EXTENSION = "extension_";

    public static Selection of(Set<String> names, boolean all) {
        return new Selection(names, all, true);
    }

    /**
     * Throws 400 for a name that the type does not have, 501 on a collection for properties of other workloads. On {@code directoryObject}
     * collections names of any directory type are taken.
     */
    public static Selection parse(String option, GraphModel model, StructuredType type, boolean collection) {
        Set<String> names = new LinkedHashSet<>();
        boolean all = false;
        for (String name : Terms.of(option)) {
            if (name.equals("*")) {
                all = true;
            } else {
                add(names, name, model, type, collection);
            }
        }
        return of(names, all);
    }

    private static void add(
            Set<String> names, String path, GraphModel model, StructuredType declared, boolean collection) {
        StructuredType type = declared;
        int start = 0;
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        while (GraphModel.shortName(name).length() < name.length() && slash > 0) {
            type = model.findType(name).orElse(type);
            start = slash + 1;
            slash = path.indexOf('/', start);
            name = slash < 0 ? path.substring(start) : path.substring(start, slash);
        }
        Optional<Property> property = model.property(type, name);
        if (property.isPresent()) {
            if (collection && property.get().otherWorkload()) {
                throw GraphError.of(501, "NotImplemented", "This operation target is not yet supported.");
            }
            requirePart(property.get(), slash < 0 ? "" : path.substring(slash + 1), model);
            names.add(property.get().name());
        } else if (type.navigation(name).isEmpty() && !isExtension(type, name)) {
            throw unknown(name, "microsoft.graph." + type.name());
        } else if (isExtension(type, name)) {
            names.add(name);
        }
    }

    /** A part of a complex value may be named, which is answered whole all the same. */
    private static void requirePart(Property property, String path, GraphModel model) {
        if (path.isEmpty()) {
            return;
        }
        String name = path.split("/", 2)[0];
        if (property.type().kind() != TypeRef.Kind.COMPLEX) {
            throw unknown(name, property.type().name());
        }
        StructuredType type = model.type(property.type().name());
        if (type.property(name).isEmpty() && !type.open()) {
            throw unknown(name, "microsoft.graph." + type.name());
        }
    }

    private static GraphError unknown(String name, String type) {
        return GraphError.malformed("Parsing OData Select and Expand failed: Could not find a property named '" + name
                + "' on type '" + type + "'.");
    }

    private static boolean isExtension(StructuredType type, String name) {
        return type.open() && (name.toLowerCase(Locale.ROOT).startsWith(EXTENSION) || type.isA("extension"));
    }

    /** As it stands in a context: {@code id,displayName}. */
    public String joined() {
        Stream<String> everything = all && asked ? Stream.of("*") : Stream.of();
        return Stream.concat(everything, names.stream()).collect(Collectors.joining(","));
    }
}
