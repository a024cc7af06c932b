package io.tenantry.token.page;

import io.quarkus.qute.TemplateInstance;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Pages as answers. No other site may frame them, nothing is loaded for them, and no script runs but the one that posts a form on. */
public final class Pages {
    private static final String STYLE = resource("/token-pages.css");
    private static final String POST_ON = "document.forms[0].submit()";
    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '"
            + hash(POST_ON) + "'; frame-ancestors 'none'; base-uri 'none'";

    private Pages() {}

    /**
     * @param action where the form goes
     * @param client that wants a sign-in
     * @param tenant that is signed in to, null for the user's own
     * @param name of the user, as far as it is known; else empty
     * @param error what was wrong with the last try, null for nothing
     */
    public record SignIn(String action, String client, String tenant, String name, String error) {}

    /** An account that is signed in in this browser. */
    public record Choice(String id, String name) {}

    public record Accounts(String action, String client, List<Choice> accounts) {}

    /** @param ticket that says who has signed in */
    public record NewPassword(String action, String ticket, String name, String error) {}

    /**
     * @param ticket that says who has signed in
     * @param permissions that are asked for, each in words
     * @param administrator whether the user may consent for all
     */
    public record Consent(
            String action,
            String ticket,
            String name,
            String client,
            List<String> permissions,
            boolean administrator) {}

    public record Code(String action, String error) {}

    public record Confirm(String action, String ticket, String name, String client) {}

    /** @param details null for none */
    public record Message(String title, String text, String details) {}

    public record FormPost(String action, Iterable<Map.Entry<String, String>> fields, String script) {}

    public static Response signIn(SignIn page) {
        return answer(200, Templates.signIn(page, STYLE));
    }

    public static Response accounts(Accounts page) {
        return answer(200, Templates.accounts(page, STYLE));
    }

    public static Response newPassword(NewPassword page) {
        return answer(200, Templates.newPassword(page, STYLE));
    }

    public static Response consent(Consent page) {
        return answer(200, Templates.consent(page, STYLE));
    }

    public static Response code(Code page) {
        return answer(200, Templates.code(page, STYLE));
    }

    public static Response confirm(Confirm page) {
        return answer(200, Templates.confirm(page, STYLE));
    }

    public static Response message(String title, String text) {
        return answer(200, Templates.message(new Message(title, text, null), STYLE));
    }

    /** A page that posts fields to a client: by itself, or by its button where scripts do not run. */
    public static Response formPost(String action, Map<String, String> fields) {
        return answer(200, Templates.formPost(new FormPost(action, fields.entrySet(), POST_ON), STYLE));
    }

    /** Where a sign-in cannot go on, and its client may not or cannot be told. */
    public static Response error(TokenError error) {
        return answer(
                error.status() < 500 ? 400 : error.status(),
                Templates.message(
                        new Message(
                                "Sorry, but we're having trouble signing you in",
                                SignInErrors.onPage(error).description(),
                                null),
                        STYLE));
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.render().getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Cache-Control", "no-store, no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .build();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
