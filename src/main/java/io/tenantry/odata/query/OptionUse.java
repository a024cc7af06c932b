package io.tenantry.odata.query;

import io.tenantry.error.GraphError;
import java.util.Set;

/** The options that a kind of request takes. Every other one is refused, never ignored (field-findings.md §2). */
public enum OptionUse {
    COLLECTION("filter", "search", "select", "expand", "orderby", "top", "skip", "skiptoken", "count", "format"),
    /** {@code …/$ref} of a collection: nothing of the objects is shown. */
    REFERENCES("filter", "search", "orderby", "top", "skip", "skiptoken", "count", "format"),
    /** {@code …/$count}. */
    COUNT("filter", "search", "count", "format"),
    /** One object. The documented query for all managers of a user asks for a count as well. */
    OBJECT("select", "expand", "count", "format"),
    /** A single reference. Hamilton selects {@code id,url} of each before it removes it, which narrows nothing. */
    REFERENCE("select", "format"),
    /** A property or its {@code $value}. */
    VALUE("format"),
    /** directory.md §17.4: {@code $expand} is ignored. */
    DELTA("select", "filter", "expand", "deltatoken", "skiptoken", "format"),
    /** Actions, functions and writes: what they answer can be narrowed. */
    CALL("select", "format");

    private static final Set<String> OF_COLLECTIONS =
            Set.of("filter", "search", "orderby", "top", "skip", "skiptoken", "count");

    private final Set<String> taken;

    OptionUse(String... taken) {
        this.taken = Set.of(taken);
    }

    /** Throws 400 for the first option that is not taken. */
    public void check(QueryOptions options) {
        options.byName().keySet().stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused(name);
                });
    }

    private GraphError refused(String name) {
        return this == OBJECT && OF_COLLECTIONS.contains(name)
                ? GraphError.malformed(
                        "The requested resource is not a collection. Query options $filter, $orderby, $count, $skip, and $top can be"
                                + " applied only on collections.")
                : GraphError.malformed("The query option '$" + name + "' is not supported on the requested resource.");
    }
}
