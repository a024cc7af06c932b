package io.tenantry.odata.sql;

import io.tenantry.odata.edm.Property;
import io.tenantry.odata.search.Search;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.SearchTokens;
import java.util.Set;

/** A search as a condition on a row {@code o}, whose columns hold the tokens of what is cut into tokens. */
final class SearchSql {
    private final Columns columns;

    SearchSql(Columns columns) {
        this.columns = columns;
    }

    Sql of(Search search) {
        if (search instanceof Search.And and) {
            return joined(and.left(), " and ", and.right());
        }
        if (search instanceof Search.Or or) {
            return joined(or.left(), " or ", or.right());
        }
        Search.Clause clause = (Search.Clause) search;
        return clause.property().search() == Property.Search.TOKENS ? tokens(clause) : prefix(clause);
    }

    private Sql joined(Search left, String word, Search right) {
        return new Sql().add("(").add(of(left)).add(word).add(of(right)).add(")");
    }

    private Sql tokens(Search.Clause clause) {
        String column = "o."
                + columns.table()
                        .tokens(clause.property().name())
                        .map(Key::column)
                        .orElseThrow();
        Set<String> asked = SearchTokens.asked(clause.text());
        Sql sql = new Sql().add("(" + column + " is not null");
        asked.forEach(token -> sql.add(" and " + columns.dialect().position(column) + " > 0", " " + token));
        return sql.add(")");
    }

    private Sql prefix(Search.Clause clause) {
        return new FilterSql(columns).startsWith(clause.path(), clause.text());
    }
}
