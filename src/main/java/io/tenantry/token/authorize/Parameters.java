package io.tenantry.token.authorize;

import io.tenantry.token.http.TokenCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** What a request to a page says, in its query or in a form; of the two the form counts. */
public final class Parameters {
    /** Fields of the pages' own forms; they are no part of what a client asks for. */
    private static final Set<String> OF_PAGES = Set.of(
            "login",
            "passwd",
            "newpasswd",
            "confirmpasswd",
            "account",
            "ticket",
            "consent",
            "confirm",
            "organization",
            "otc");

    private final TokenCall call;

    public Parameters(TokenCall call) {
        this.call = call;
    }

    /** With a value that is not blank. */
    public Optional<String> value(String name) {
        return call.field(name).or(() -> query(name));
    }

    /** A field of a form of ours. */
    public Optional<String> posted(String name) {
        return call.field(name);
    }

    private Optional<String> query(String name) {
        return call.query().entries().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Path and query under which the same is asked again: where the forms of pages go. */
    public String again(String path) {
        Map<String, String> all = new LinkedHashMap<>();
        call.query().forEach(entry -> all.putIfAbsent(entry.getKey(), entry.getValue()));
        FormData form = call.form();
        if (form != null) {
            for (String name : form) {
                if (!OF_PAGES.contains(name)) {
                    all.put(name, form.getFirst(name).getValue());
                }
            }
        }
        StringBuilder url = new StringBuilder(path);
        all.forEach((name, value) -> url.append(url.length() == path.length() ? '?' : '&')
                .append(encode(name))
                .append('=')
                .append(encode(value)));
        return url.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
