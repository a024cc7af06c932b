package io.tenantry.odata.sql;

import io.tenantry.family.CollectionSource;
import io.tenantry.odata.edm.Navigation.Relation;
import io.tenantry.store.key.Tables;
import java.util.Optional;

/** What leads from an owner to the rows of its collection by an index, for many owners alike. */
sealed interface OwnedRows {
    /** One that takes a single step. */
    sealed interface OneStep extends OwnedRows {
        /**
         * Live rows, and the condition that binds them.
         *
         * @param owner what holds the owner's value
         * @param alias of the rows
         */
        Sql rows(String owner, String alias);

        /** The column that has a row's id in the order of the index. */
        String id(String alias);
    }

    /** Rows that are owned, and the value that one owner has among them. */
    record Anchor(OwnedRows owned, String value) {}

    /** Empty for collections that an owner has by itself. */
    static Optional<Anchor> of(CollectionSource source) {
        if (source instanceof CollectionSource.Related related) {
            Relation relation = new Relation(related.kind(), related.inverse(), related.transitive());
            return Optional.of(new Anchor(
                    related.transitive() ? new ByReferences(relation) : new ByReference(relation), related.object()));
        }
        if (source instanceof CollectionSource.Children children) {
            return Optional.of(new Anchor(new ByColumn(children.type(), "parent"), children.parent()));
        }
        if (source instanceof CollectionSource.Having having) {
            return Tables.of(having.type())
                    .key(having.path())
                    .map(key -> new Anchor(
                            new ByColumn(having.type(), key.column()), String.valueOf(key.valueOf(having.value()))));
        }
        return Optional.empty();
    }

    /** From the index of the references to the objects, never the other way round. */
    record ByReference(Relation relation) implements OneStep {
        @Override
        public Sql rows(String owner, String alias) {
            String reference = reference(alias);
            String near = relation.inverse() ? "target" : "source";
            return new Sql()
                    .add("relation " + reference + " cross join directory_object " + alias + " where " + reference
                            + ".tenant = {tenant}")
                    .add(" and " + reference + ".kind = ?", relation.kind())
                    .add(" and " + reference + "." + near + " = " + owner + " and " + alias + ".tenant = {tenant} and "
                            + alias + ".id = " + id(alias) + " and " + alias + ".deleted_date_time is null");
        }

        @Override
        public String id(String alias) {
            return reference(alias) + (relation.inverse() ? ".source" : ".target");
        }

        private static String reference(String alias) {
            return "r_" + alias;
        }
    }

    /** Over any number of steps. */
    record ByReferences(Relation relation) implements OwnedRows {}

    record ByColumn(String type, String column) implements OneStep {
        @Override
        public Sql rows(String owner, String alias) {
            return new Sql()
                    .add(
                            Tables.of(type).name() + " " + alias + " where " + alias + ".tenant = {tenant} and " + alias
                                    + ".type = ? and " + alias + "." + column + " = " + owner + " and " + alias
                                    + ".deleted_date_time is null",
                            type);
        }

        @Override
        public String id(String alias) {
            return alias + ".id";
        }
    }
}
