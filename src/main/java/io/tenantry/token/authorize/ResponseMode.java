package io.tenantry.token.authorize;

import io.tenantry.token.page.Pages;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a client is told what came of a sign-in. */
enum ResponseMode {
    QUERY {
        @Override
        Response send(String uri, Map<String, String> answer) {
            String target = RedirectUris.withPath(uri);
            return RedirectUris.redirect(target + (target.indexOf('?') < 0 ? "?" : "&") + encoded(answer));
        }
    },
    FRAGMENT {
        @Override
        Response send(String uri, Map<String, String> answer) {
            return RedirectUris.redirect(RedirectUris.withPath(uri) + "#" + encoded(answer));
        }
    },
    FORM_POST {
        @Override
        Response send(String uri, Map<String, String> answer) {
            return Pages.formPost(uri, answer);
        }
    };

    /** Empty for what is none. */
    static Optional<ResponseMode> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "query" -> Optional.of(QUERY);
            case "fragment" -> Optional.of(FRAGMENT);
            case "form_post" -> Optional.of(FORM_POST);
            default -> Optional.empty();
        };
    }

    /** @param uri that the client registered; without a path it comes back with a slash, but in forms (token-service.md §11.11) */
    abstract Response send(String uri, Map<String, String> answer);

    private static String encoded(Map<String, String> answer) {
        return answer.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
    }
}
