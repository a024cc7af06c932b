package io.tenantry.token.client;

import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An application that may ask for tokens in a tenant; what it may do then is said by its app role assignments. */
public record Client(String appId, String displayName, List<ClientSecret> secrets) {
    /** What a presented secret is worth. */
    public enum Verdict {
        GOOD,
        EXPIRED,
        WRONG
    }

    static Client of(Entity entity) {
        List<ClientSecret> secrets = new ArrayList<>();
        entity.properties().path("secrets").forEach(stored -> secrets.add(ClientSecret.of(stored)));
        return new Client(entity.id(), entity.text("displayName"), secrets);
    }

    /** Compares with every secret, so that the time taken says nothing about which one it was. One that has not begun is as good as none. */
    public Verdict verify(String secret, Instant now) {
        Verdict verdict = Verdict.WRONG;
        for (ClientSecret each : secrets) {
            if (each.matches(secret) && each.begun(now) && verdict != Verdict.GOOD) {
                verdict = each.expired(now) ? Verdict.EXPIRED : Verdict.GOOD;
            }
        }
        return verdict;
    }
}
