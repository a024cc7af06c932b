package io.tenantry.odata.edm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A structural property.
 *
 * @param selectOnly served only when selected
 * @param absent what is served where a document has no value: null, {@code []} or a documented default
 * @param computed read-only for clients
 * @param immutable may be set on creation only
 * @param otherWorkload kept outside the directory: 501 on a collection (directory.md E26)
 */
public record Property(
        String name,
        TypeRef type,
        boolean nullable,
        boolean selectOnly,
        JsonNode absent,
        boolean computed,
        boolean immutable,
        boolean otherWorkload,
        FilterSupport filter,
        Sort sort,
        Search search) {

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
}
