package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Navigation.Relation;

/** References of one step that lead from an owner to live objects. */
final class ReferenceSql {
    private ReferenceSql() {}

    static String near(Relation relation) {
        return relation.inverse() ? "target" : "source";
    }

    static String far(Relation relation) {
        return relation.inverse() ? "source" : "target";
    }

    /**
     * From the index of the references to the objects, never the other way round.
     *
     * @param owner what holds the owner's id
     * @param reference alias of the references
     * @param object alias of the objects
     */
    static Sql of(Relation relation, String owner, String reference, String object) {
        return new Sql()
                .add("relation " + reference + " cross join directory_object " + object + " where " + reference
                        + ".tenant = {tenant}")
                .add(" and " + reference + ".kind = ?", relation.kind())
                .add(" and " + reference + "." + near(relation) + " = " + owner + " and " + object
                        + ".tenant = {tenant} and " + object + ".id = " + reference + "." + far(relation) + " and "
                        + object
                        + ".deleted_date_time is null");
    }
}
