package io.tenantry.family;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;

/** Which stored entities a collection holds; a query narrows them further. */
public sealed interface CollectionSource {
    /** All live entities of a type that stand by themselves. */
    record All(String type) implements CollectionSource {}

    /** Soft-deleted directory objects of a type. */
    record Deleted(String type) implements CollectionSource {}

    /** Soft-deleted contained entities. */
    record DeletedChildren(String type) implements CollectionSource {}

    /** Entities contained in one. */
    record Children(String type, String parent) implements CollectionSource {}

    /** Entities of a type of which a property has a value; many of them are found where it has a key column. */
    record Having(String type, String path, String value) implements CollectionSource {}

    /** Entries of a log of which a property with a key column has one of some values. */
    record Entries(String type, String path, Set<String> values) implements CollectionSource {}

    /**
     * Directory objects at the other end of a reference.
     *
     * @param inverse those that refer to the object, not those that it refers to
     * @param transitive also over several steps of the same kind
     */
    record Related(String kind, String object, boolean inverse, boolean transitive) implements CollectionSource {}

    /** Live directory objects with a name or an address in a domain. */
    record InDomain(String name) implements CollectionSource {}

    /** Exactly these, already at hand: single-element collections such as {@code organization}. */
    record Fixed(List<Entity> entities) implements CollectionSource {}
}
