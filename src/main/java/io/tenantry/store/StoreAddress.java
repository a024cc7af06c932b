package io.tenantry.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a PostgreSQL store is, and who asks: messages about it never tell a password. */
record StoreAddress(String url, Optional<String> user, Optional<String> password) {
    private static final String HIDDEN = "***";

    static StoreAddress of(StoreConfig config) {
        return new StoreAddress(config.store().orElse(""), config.storeUser(), config.storePassword());
    }

    /** A text, the URL itself or a driver's words about it, without any of the passwords. */
    String hiding(String text) {
        String hidden = text;
        for (String secret : secrets()) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden;
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        password.ifPresent(secrets::add);
        int query = url.indexOf('?');
        for (String parameter :
                query < 0 ? new String[0] : url.substring(query + 1).split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0
                    && parameter.substring(0, equals).toLowerCase(Locale.ROOT).endsWith("password")) {
                secrets.add(parameter.substring(equals + 1));
            }
        }
        int at = url.lastIndexOf('@', query < 0 ? url.length() : query);
        int host = url.indexOf("//");
        int colon = url.indexOf(':', host);
        if (host >= 0 && colon > host && colon < at) {
            secrets.add(url.substring(colon + 1, at));
        }
        List<String> decoded = secrets.stream().map(StoreAddress::decoded).toList();
        secrets.addAll(decoded);
        secrets.removeIf(String::isEmpty);
        return secrets;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign of its own
        }
    }
}
