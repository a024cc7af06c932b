package io.tenantry.odata.edm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A structural property.
 *
 * @param selectOnly served only when selected
 * @param absent what is served where a document has no value: null, {@code []} or a documented default
 * @param otherWorkload kept outside the directory: 501 on a collection (directory.md E26)
 * @param set when clients may set it
 * @param asked what queries may ask of it
 */
public record Property(
        String name,
        TypeRef type,
        boolean nullable,
        boolean selectOnly,
        JsonNode absent,
        boolean otherWorkload,
        Settable set,
        Queryable asked) {

    /** When clients may set a value. */
    public enum Settable {
        ALWAYS,
        ON_CREATION,
        NEVER
    }

    /** What queries may ask. */
    public record Queryable(FilterSupport filter, Sort sort, Search search) {}

    public enum Sort {
        NONE,
        PLAIN,
        ADVANCED
    }

    public enum Search {
        NONE,
        TOKENS,
        PREFIX
    }

    public boolean isSettable(boolean created) {
        return set == Settable.ALWAYS || set == Settable.ON_CREATION && created;
    }

    public FilterSupport filter() {
        return asked.filter();
    }

    public Sort sort() {
        return asked.sort();
    }

    public Search search() {
        return asked.search();
    }
}
