package io.tenantry.odata.sql;

import io.tenantry.family.CollectionSource;
import io.tenantry.store.Dialect;
import io.tenantry.store.Entity;
import io.tenantry.store.Row;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Table;
import io.tenantry.store.key.Tables;
import java.util.Optional;
import java.util.Set;

/**
 * Where the rows of a collection come from: what stands before {@code select}, the {@code from} clause with the row as {@code o}, and the
 * condition that makes a row one of the collection.
 *
 * @param id the column that holds a row's id
 * @param indexedType the type of the rows, where these are all live directory objects of a type
 * @param whole whether these are all of a type, so that an index of the type leads to them
 */
record SourceSql(Table table, Sql with, Sql from, Sql where, String id, Optional<String> indexedType, boolean whole) {
    private SourceSql(Table table, Sql where, boolean whole) {
        this(table, new Sql(), new Sql().add(table.name() + " o"), where, "o.id", Optional.empty(), whole);
    }

    /** The columns of a row that make an entity; of rows that are all of one type only what differs. */
    String columns() {
        return indexedType.isPresent() ? "o.id, o.body" : "o.type, o.id, o.parent, o.body";
    }

    int width() {
        return indexedType.isPresent() ? 2 : 4;
    }

    Entity entity(Row row) {
        return indexedType.map(type -> Session.entity(type, row)).orElseGet(() -> Session.entity(row));
    }

    /** Only those among these ids, which lead to the rows. */
    SourceSql among(Sql ids) {
        return new SourceSql(
                table,
                with,
                new Sql().add("(").add(ids).add(") c cross join ").add(from),
                new Sql().add(where).add(" and o.id = c.id"),
                id,
                indexedType,
                whole);
    }

    SourceSql without(Set<String> types) {
        return types.isEmpty()
                ? this
                : new SourceSql(
                        table,
                        with,
                        from,
                        new Sql().add(where).add(" and o.type not in ?", types),
                        id,
                        indexedType,
                        whole);
    }

    /** @param cast short name of the type that a cast segment asks for, null without one */
    static SourceSql of(CollectionSource source, String cast, Dialect dialect) {
        if (source instanceof CollectionSource.All all) {
            return all(all.type());
        }
        if (source instanceof CollectionSource.Deleted deleted) {
            return deleted(deleted.type());
        }
        if (source instanceof CollectionSource.DeletedChildren deleted) {
            return deleted(deleted.type());
        }
        if (source instanceof CollectionSource.Children children) {
            return rows(
                    children.type(),
                    new Sql()
                            .add(
                                    "o.tenant = {tenant} and o.type = ? and o.parent = ? and o.deleted_date_time is null",
                                    children.type(),
                                    children.parent()));
        }
        if (source instanceof CollectionSource.Having having) {
            return having(having, dialect);
        }
        if (source instanceof CollectionSource.Entries entries) {
            return entries(entries);
        }
        if (source instanceof CollectionSource.InDomain domain) {
            return inDomain(domain.name(), cast);
        }
        return related((CollectionSource.Related) source, cast, dialect);
    }

    private static SourceSql rows(String type, Sql where) {
        return new SourceSql(Tables.of(type), where, false);
    }

    private static SourceSql deleted(String type) {
        return rows(
                type, new Sql().add("o.tenant = {tenant} and o.type = ? and o.deleted_date_time is not null", type));
    }

    private static SourceSql all(String type) {
        Table table = Tables.of(type);
        if (table.isLog()) {
            return new SourceSql(table, new Sql().add("o.tenant = {tenant}"), true);
        }
        String parent = table == Tables.DIRECTORY_OBJECT ? "" : " and o.parent = ''";
        return new SourceSql(
                table,
                new Sql(),
                new Sql().add(table.name() + " o"),
                new Sql().add("o.tenant = {tenant} and o.type = ? and o.deleted_date_time is null" + parent, type),
                "o.id",
                Optional.of(type).filter(t -> table == Tables.DIRECTORY_OBJECT),
                true);
    }

    private static SourceSql having(CollectionSource.Having having, Dialect dialect) {
        Optional<Key> key = Tables.of(having.type()).key(having.path());
        return rows(
                having.type(),
                new Sql()
                        .add("o.tenant = {tenant} and o.type = ? and o.deleted_date_time is null", having.type())
                        .add(
                                " and "
                                        + key.map(k -> "o." + k.column())
                                                .orElseGet(() -> dialect.jsonText("o.body", having.path()))
                                        + " = ?",
                                key.<Object>map(k -> k.valueOf(having.value())).orElse(having.value())));
    }

    private static SourceSql entries(CollectionSource.Entries entries) {
        Key key = Tables.of(entries.type()).key(entries.path()).orElseThrow();
        return rows(
                entries.type(), new Sql().add("o.tenant = {tenant} and o." + key.column() + " in ?", entries.values()));
    }

    private static SourceSql inDomain(String name, String cast) {
        String address = "%@" + name;
        Sql where = new Sql()
                .add(
                        "o.tenant = {tenant} and o.deleted_date_time is null and (o.user_principal_name like ? or o.mail like ?"
                                + " or exists (select 1 from object_value v where v.tenant = {tenant} and v.object_id = o.id"
                                + " and (v.property = 'proxyAddresses' and v.value like ?"
                                + " or v.property = 'identifierUris' and (v.value like ? or v.value like ?))))",
                        address,
                        address,
                        address,
                        "%://" + name,
                        "%://" + name + "/%");
        if (cast != null) {
            where.add(" and o.type = ?", cast);
        }
        return new SourceSql(Tables.DIRECTORY_OBJECT, where, false);
    }

    private static SourceSql related(CollectionSource.Related related, String cast, Dialect dialect) {
        String near = related.inverse() ? "target" : "source";
        String far = related.inverse() ? "source" : "target";
        Sql with = new Sql();
        Sql from = new Sql();
        Sql where = new Sql().add("o.deleted_date_time is null");
        if (related.transitive()) {
            with.add(
                    "with recursive reach(id) as (select " + far
                            + " from relation where tenant = {tenant} and kind = ? and " + near
                            + " = ? union select r." + far + " from reach"
                            + dialect.leadingTo(
                                    "relation", "r", "r.tenant = {tenant} and r.kind = ? and r." + near + " = reach.id")
                            + ") ",
                    related.kind(),
                    related.object(),
                    related.kind());
            from.add("reach" + dialect.leadingTo("directory_object", "o", "o.tenant = {tenant} and o.id = reach.id"));
        } else {
            from.add("relation r join directory_object o on o.tenant = r.tenant and o.id = r." + far);
            where.add(
                    " and r.tenant = {tenant} and r.kind = ? and r." + near + " = ?", related.kind(), related.object());
        }
        if (cast != null) {
            where.add(" and o.type = ?", cast);
        }
        String id = related.transitive() ? "o.id" : "r." + far;
        return new SourceSql(Tables.DIRECTORY_OBJECT, with, from, where, id, Optional.empty(), false);
    }
}
