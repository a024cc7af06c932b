package io.tenantry.console.api;

import java.util.ArrayList;
import java.util.List;

/** A URL with its query, in the making. */
public final class QueryText {
    private final String path;
    private final List<String> parameters = new ArrayList<>();

    public QueryText(String path) {
        this.path = path;
    }

    /** Without a value it is left out. */
    public QueryText with(String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(name + "=" + UrlText.encoded(value));
        }
        return this;
    }

    public String text() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
