package io.tenantry.odata.sql;

import io.tenantry.store.key.Key;

/**
 * Where a value stands on a row {@code o}.
 *
 * @param text of SQL: a column, or what reads the value from the document
 * @param form of the values
 * @param index what finds rows by it
 */
record Column(String text, Key.Form form, Key.Index index) {
    static Column computed(String text, Key.Form form) {
        return new Column(text, form, Key.Index.NONE);
    }

    boolean indexed() {
        return index != Key.Index.NONE;
    }
}
