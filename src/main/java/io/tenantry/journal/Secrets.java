package io.tenantry.journal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names hold what nobody may read in a journal. Letter case, {@code _}, {@code -} and {@code $} do not count. */
final class Secrets {
    static final String MASK = "***";

    private static final Set<String> ANYWHERE = Set.of(
            "password",
            "passwd",
            "pwd",
            "currentpassword",
            "newpassword",
            "passwordtext",
            "secret",
            "secrettext",
            "clientsecret",
            "clientassertion",
            "assertion",
            "subjecttoken",
            "actortoken",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "idtokenhint",
            "devicecode",
            "codeverifier",
            "temporaryaccesspass",
            "proof",
            "privatekey",
            "pfx",
            "authorization",
            "proxyauthorization",
            "cookie",
            "setcookie",
            "xtenantrykey");

    /** Every error has a code; that of a form or query is worth a token. */
    private static final Set<String> IN_FIELDS =
            Set.of("code", "authcode", "authorizationcode", "ticket", "sid", "flow");

    private static final Pattern HEADER = Pattern.compile("authorization|cookie|secret|password|key|token");

    private Secrets() {}

    static boolean isMember(String name) {
        return ANYWHERE.contains(plain(name));
    }

    static boolean isField(String name) {
        String plain = plain(name);
        return ANYWHERE.contains(plain) || IN_FIELDS.contains(plain);
    }

    static boolean isHeader(String name) {
        return HEADER.matcher(plain(name)).find();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_$-]", "");
    }
}
