package io.tenantry.odata.edm;

import java.util.List;
import java.util.Optional;

/**
 * A navigation property.
 *
 * @param target short name of the entity type
 * @param contained children that exist only within their owner
 * @param relation how it is kept as references, if it is
 * @param filter {@code count} where owners may be filtered by how many it leads to
 * @param inBody what bodies may hold of it: {@code create} and {@code update} stand for {@code …@odata.bind}, {@code value} for values
 */
public record Navigation(
        String name,
        String target,
        boolean collection,
        boolean contained,
        Optional<Relation> relation,
        FilterSupport filter,
        List<String> inBody) {

    /** A kind of reference and the way it is followed. */
    public record Relation(String kind, boolean inverse, boolean transitive) {
        /** {@code member}, {@code ~member}, {@code member*}. */
        static Relation parse(String text) {
            boolean inverse = text.startsWith("~");
            boolean transitive = text.endsWith("*");
            String kind = text.substring(inverse ? 1 : 0, text.length() - (transitive ? 1 : 0));
            return new Relation(kind, inverse, transitive);
        }
    }
}
