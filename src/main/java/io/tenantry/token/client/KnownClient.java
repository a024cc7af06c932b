package io.tenantry.token.client;

import io.tenantry.directory.application.FederatedIdentityCredentials;
import io.tenantry.directory.application.VerifyingKey;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client as a tenant knows it. Its credentials are those of the service principal there and those of the application, wherever that is at
 * home.
 *
 * @param principal empty where the tenant has none of it yet
 * @param home a session of the tenant that has the application
 */
public record KnownClient(String appId, Session session, Optional<Entity> principal, Session home) {

    /** What a secret is worth. */
    public Client.Verdict verify(String secret, Instant now) {
        Client.Verdict verdict = verify(session, secret, now);
        return verdict == Client.Verdict.GOOD || isAtHome() || application().isEmpty()
                ? verdict
                : verify(home, secret, now);
    }

    private Client.Verdict verify(Session where, String secret, Instant now) {
        return Clients.find(where, appId)
                .map(client -> client.verify(secret, now))
                .orElse(Client.Verdict.WRONG);
    }

    public List<VerifyingKey> keys() {
        return Stream.concat(
                        principal.stream().flatMap(each -> VerifyingKey.of(session, each).stream()),
                        application().stream().flatMap(each -> VerifyingKey.of(home, each).stream()))
                .toList();
    }

    /** Only applications have them (federatedidentitycredential). */
    public List<Entity> federatedIdentityCredentials() {
        return application()
                .map(application -> FederatedIdentityCredentials.of(home, application))
                .orElse(List.of());
    }

    /** Whether it has anything to prove with who it is. */
    public boolean hasCredentials() {
        return hasSecrets(session)
                || hasSecrets(home)
                || !keys().isEmpty()
                || !federatedIdentityCredentials().isEmpty();
    }

    private boolean hasSecrets(Session where) {
        return Clients.find(where, appId())
                .filter(client -> !client.secrets().isEmpty())
                .isPresent();
    }

    private boolean isAtHome() {
        return home.tenant().key() == session.tenant().key();
    }

    /** None where it is gone, or offered to its own tenant only. */
    private Optional<Entity> application() {
        return home.findBy("application", "appId", appId)
                .filter(found -> isAtHome() || !"AzureADMyOrg".equals(found.text("signInAudience")));
    }
}
