package io.tenantry.intercept;

import io.tenantry.format.Json;
import io.tenantry.store.StoreConfig;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The authority under which the server is known by other names. It lasts as long as the data directory; without one, as long as the
 * server. Certificates follow the system's time: those who check them know no other.
 */
@ApplicationScoped
class LocalAuthority {
    /** Before it ends a certificate is replaced. */
    static final Duration RENEWAL = Duration.ofDays(30);

    private final VirtualClock clock;
    private final Optional<TlsFolder> folder;

    LocalAuthority(StoreConfig config, VirtualClock clock) {
        this.clock = clock;
        this.folder = config.ephemeral()
                ? Optional.empty()
                : Optional.of(new TlsFolder(config.data().resolve("tls")));
    }

    /** The one that is kept, where it is good for all names and for long enough; else a new one. Throws {@link UnusableCertificates}. */
    Identity server(Collection<String> names) {
        return folder.flatMap(TlsFolder::server)
                .filter(kept -> isGood(kept, names))
                .orElseGet(() -> made(names));
    }

    /** Whether it need not be replaced yet. */
    boolean isGood(Identity server, Collection<String> names) {
        Instant until = clock.systemNow().plus(RENEWAL);
        return !server.endsBefore(until)
                && !endsBefore(server.authority(), until)
                && names(server).containsAll(names);
    }

    /** For programs on this machine that are given the data directory. */
    void keepPorts(Addresses addresses) {
        try {
            if (folder.isPresent()) {
                folder.get().keepPorts(Json.utf8(addresses.ports()));
            }
        } catch (IOException e) {
            throw new UnusableCertificates(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean endsBefore(X509Certificate certificate, Instant moment) {
        return certificate.getNotAfter().toInstant().isBefore(moment);
    }

    private static Set<String> names(Identity server) {
        try {
            Set<String> names = new HashSet<>();
            for (List<?> name : server.certificate().getSubjectAlternativeNames()) {
                names.add((String) name.get(1));
            }
            return names;
        } catch (CertificateParsingException e) {
            return Set.of(); // good for none of them
        }
    }

    private Identity made(Collection<String> names) {
        Instant now = clock.systemNow();
        try {
            Optional<Identity> kept = folder.flatMap(TlsFolder::authority)
                    .filter(authority -> !authority.endsBefore(now.plus(CertificateMaker.SERVER_LIFE)));
            Identity authority = kept.isPresent() ? kept.get() : CertificateMaker.authority(now);
            Identity server = CertificateMaker.server(authority, names, now);
            if (folder.isPresent()) {
                if (kept.isEmpty()) {
                    folder.get().keepAuthority(authority);
                }
                folder.get().keepServer(server);
            }
            return server;
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableCertificates(String.valueOf(e.getMessage()), e);
        }
    }
}
