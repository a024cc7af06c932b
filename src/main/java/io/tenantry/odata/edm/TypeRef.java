package io.tenantry.odata.edm;

/**
 * The type of a property, parameter or result.
 *
 * @param name short name: {@code Edm.String}, {@code user}
 */
public record TypeRef(String name, boolean collection, Kind kind) {
    public enum Kind {
        PRIMITIVE,
        ENUM,
        COMPLEX,
        ENTITY
    }

    /** As it stands in a context: {@code Collection(Edm.String)}, {@code microsoft.graph.user}. */
    public String qualified() {
        String full = kind == Kind.PRIMITIVE ? name : "microsoft.graph." + name;
        return collection ? "Collection(" + full + ")" : full;
    }
}
