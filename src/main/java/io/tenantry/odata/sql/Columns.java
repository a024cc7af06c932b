package io.tenantry.odata.sql;

import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.filter.Path;
import io.tenantry.store.Dialect;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Table;
import java.util.List;
import java.util.Optional;

/** Finds the column of a path: its key column, or its value inside the document where it has none. */
record Columns(Table table, Dialect dialect) {
    Column of(Path path) {
        if (path.names().equals(List.of("id"))) {
            return new Column("o.id", Key.Form.ID, Key.Index.UNIQUE);
        }
        Optional<Key> key = table.key(path.joined());
        if (key.isEmpty()) {
            return inDocument(path);
        }
        String column = "o." + key.get().column();
        return path.folded() && key.get().form() == Key.Form.EXACT
                ? Column.computed("lower(" + column + ")", Key.Form.EXACT)
                : new Column(column, key.get().form(), key.get().index());
    }

    /** A value {@code e} of a collection of such. */
    Column element(Path collection) {
        String text = dialect.elementText();
        return switch (collection.property().type().name()) {
            case "Edm.Boolean" -> flag(text);
            case "Edm.DateTimeOffset" -> Column.computed(text, Key.Form.ISO);
            default -> Column.computed("lower(" + text + ")", Key.Form.FOLDED);
        };
    }

    private Column flag(String text) {
        String truth =
                dialect == Dialect.SQLITE ? text : "case " + text + " when 'true' then 1 when 'false' then 0 end";
        return Column.computed(truth, Key.Form.FLAG);
    }

    private Column inDocument(Path path) {
        String text = dialect.jsonText("o.body", path.joined());
        String type =
                path.property() == null ? "Edm.String" : path.property().type().name();
        if (type.equals("Edm.Boolean")) {
            return flag(text);
        }
        if (type.startsWith("Edm.Int")) {
            return Column.computed(dialect.jsonNumber("o.body", path.joined()), Key.Form.NUMBER);
        }
        if (type.equals("Edm.DateTimeOffset")) {
            return Column.computed(text, Key.Form.ISO);
        }
        boolean enumeration = path.property() != null && path.property().type().kind() == TypeRef.Kind.ENUM;
        return path.folded() || !enumeration && !table.name().endsWith("_log")
                ? Column.computed("lower(" + text + ")", Key.Form.FOLDED)
                : Column.computed(text, Key.Form.EXACT);
    }
}
