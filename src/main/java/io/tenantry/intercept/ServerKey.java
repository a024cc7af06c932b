package io.tenantry.intercept;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** The certificate that the server shows. Another takes its place at once: handshakes under way end with the one that they began with. */
final class ServerKey extends X509ExtendedKeyManager {
    private record Shown(Identity now, Identity before) {}

    private final AtomicReference<Shown> shown = new AtomicReference<>();

    Identity current() {
        return shown.get().now;
    }

    void show(Identity identity) {
        shown.updateAndGet(old -> new Shown(identity, old == null ? identity : old.now));
    }

    private static String alias(Identity identity) {
        return identity.certificate().getSerialNumber().toString();
    }

    private Identity of(String alias) {
        Shown both = shown.get();
        return alias(both.now).equals(alias) ? both.now : both.before;
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return chooseServerAlias(keyType, issuers, null);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return keyType.equals("EC") ? alias(current()) : null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {alias(current())};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return of(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return of(alias).key();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
