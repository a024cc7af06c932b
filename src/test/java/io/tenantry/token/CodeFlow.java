package io.tenantry.token;

import io.restassured.response.ValidatableResponse;
import io.tenantry.store.Entity;
import io.tenantry.token.FormBrowser.Page;
import io.tenantry.token.SignInWorld.Application;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A browser on its way to a code, and the client that redeems it. */
public final class CodeFlow {
    public static final String VERIFIER = "a-verifier-of-enough-characters-for-everybody-0123456789";

    public final FormBrowser browser = new FormBrowser();
    private final SignInWorld world;

    public CodeFlow(SignInWorld world) {
        this.world = world;
    }

    /** What a client sends that keeps {@link #VERIFIER} to itself. */
    public static Map<String, String> challenged() {
        return Map.of("code_challenge", challenge(), "code_challenge_method", "S256");
    }

    public static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Page ask(Application client, Map<String, String> more) {
        return browser.get(world.path("/oauth2/v2.0/authorize"), query(client, more));
    }

    public static String[] query(Application client, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("client_id", client.appId());
        all.put("response_type", "code");
        all.put("redirect_uri", redirectUri(client));
        all.put("scope", SignInWorld.SCOPES);
        all.put("state", "s-1");
        all.putAll(more);
        return all.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    private static String redirectUri(Application client) {
        for (String kind : List.of("web", "publicClient", "spa")) {
            var uris = client.application().properties().path(kind).path("redirectUris");
            if (!uris.isEmpty()) {
                return uris.get(0).asText();
            }
        }
        throw new AssertionError("no redirect URI");
    }

    /** Signed in by a new browser: where that ends. */
    public static Page end(SignInWorld world, Application client, Entity user, Map<String, String> more) {
        CodeFlow flow = new CodeFlow(world);
        return flow.browser.signIn(flow.ask(client, more), user.text("userPrincipalName"), SignInWorld.PASSWORD);
    }

    /** The address that the code was asked for is the client's own unless another one is given. */
    public ValidatableResponse redeem(Application client, Page end, String... more) {
        return world.token(client, "authorization_code", fields(end, more));
    }

    public static String[] fields(Page end, String... more) {
        String uri = end.target().equals("http://localhost/") ? SignInWorld.NATIVE : end.target();
        String[] fields = {"code", end.answer().get("code"), "redirect_uri", uri};
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }
}
