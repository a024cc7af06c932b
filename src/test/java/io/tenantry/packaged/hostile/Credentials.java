package io.tenantry.packaged.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that nobody gave, and requests for tokens by who may have none. */
final class Credentials implements Attack {
    private static final List<String> GRANTS = List.of(
            "client_credentials", "password", "authorization_code", "refresh_token", "device_code", "", "implicit");
    private static final List<String> TENANTS =
            List.of("source-id", "common", "organizations", "consumers", "nobody.example", "%00", "..", "a;b");
    private static final List<String> WRONG = List.of(
            "",
            "x",
            "%zz",
            "%00",
            "%ff",
            "a".repeat(30_000),
            "00000000-0000-0000-0000-000000000000",
            "https://graph.microsoft.com/.default");

    private final HostileWorld world;

    Credentials(HostileWorld world) {
        this.world = world;
    }

    @Override
    public Hostile next(Random random) {
        return random.nextBoolean() ? forged(random) : unearned(random);
    }

    private Hostile forged(Random random) {
        Request write = Request.of("PATCH", "/v1.0/users/" + world.user());
        return Hostile.refused("forged token", write.bearer(token(random)).json("{\"jobTitle\":\"forged\"}"));
    }

    private String token(Random random) {
        String[] parts = world.source().token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
            case 1 -> signedWithAWord(encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + parts[1]);
            case 2 -> parts[0] + "." + encoded(claims.replace("\"exp\":", "\"exp\":9")) + "." + parts[2];
            case 3 -> parts[0] + "." + parts[1] + "." + parts[2].substring(random.nextInt(parts[2].length() - 1) + 1);
            case 4 -> encoded("{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}") + "." + parts[1] + "." + parts[2];
            case 5 -> encoded("{\"a\":".repeat(5000)) + "." + parts[1] + "." + parts[2];
            case 6 -> parts[0] + "." + encoded("{\"tid\":\"x\",\"oid\":{},\"roles\":\"*\"}") + "." + parts[2];
            default ->
                Attack.pick(random, List.of("", ".", "..", "a.b", "a.b.c", "a.b.c.d.e", "\u00e9", "null", "Bearer x"));
        };
    }

    private static String signedWithAWord(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("word".getBytes(UTF_8), "HmacSHA256"));
            return text + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private Hostile unearned(Random random) {
        String tenant = Attack.pick(random, TENANTS).replace("source-id", HostileWorld.SOURCE);
        String form = "grant_type=" + Attack.pick(random, GRANTS) + "&client_id=" + Attack.pick(random, WRONG)
                + "&client_secret="
                + Attack.pick(random, WRONG) + "&scope=" + Attack.pick(random, WRONG) + "&code="
                + Attack.pick(random, WRONG)
                + "&client_assertion=" + Attack.pick(random, WRONG);
        String target = "/" + tenant + Attack.pick(random, List.of("/oauth2/v2.0/token", "/oauth2/token"));
        return Hostile.refused(
                "token that nobody earned", Request.of("POST", target).form(form));
    }
}
