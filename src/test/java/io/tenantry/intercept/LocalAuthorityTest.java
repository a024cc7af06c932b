package io.tenantry.intercept;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.StoreConfig;
import io.tenantry.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LocalAuthorityTest {
    private static final Set<String> NAMES = Set.of("localhost", "graph.microsoft.com", "127.0.0.1", "0:0:0:0:0:0:0:1");
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int SIGNS_CERTIFICATES = 5;

    @TempDir
    Path data;

    private final Now clock = new Now();

    /** The system's time, where a test needs another. */
    private static final class Now extends VirtualClock {
        private Instant now = Instant.parse("2026-11-26T12:00:00Z");

        @Override
        public Instant systemNow() {
            return now;
        }
    }

    @Test
    void theAuthoritySignsServersAndNothingElse() {
        X509Certificate authority = authority().server(NAMES).authority();
        assertEquals(0, authority.getBasicConstraints());
        assertTrue(authority.getKeyUsage()[SIGNS_CERTIFICATES]);
        assertFalse(authority.getKeyUsage()[DIGITAL_SIGNATURE]);
        assertTrue(authority.getCriticalExtensionOIDs().containsAll(Set.of("2.5.29.19", "2.5.29.15")));
        assertEquals(authority.getIssuerX500Principal(), authority.getSubjectX500Principal());
        assertTrue(authority.getSubjectX500Principal().getName().contains("Tenantry local authority"));
        assertEquals(3, authority.getVersion());
    }

    @Test
    void theServersCertificateIsOneThatClientsTake() throws GeneralSecurityException {
        Identity server = authority().server(NAMES);
        X509Certificate certificate = server.certificate();
        certificate.verify(server.authority().getPublicKey());
        Duration life = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertTrue(life.compareTo(Duration.ofDays(397)) <= 0);
        assertEquals(List.of(SERVER_AUTHENTICATION), certificate.getExtendedKeyUsage());
        assertEquals(-1, certificate.getBasicConstraints());
        assertTrue(certificate.getKeyUsage()[DIGITAL_SIGNATURE]);
        assertTrue(certificate.getNonCriticalExtensionOIDs().containsAll(Set.of(SUBJECT_KEY, AUTHORITY_KEY)));
        assertEquals(
                NAMES,
                certificate.getSubjectAlternativeNames().stream()
                        .map(name -> (String) name.get(1))
                        .collect(toSet()));
        assertEquals("EC", server.key().getAlgorithm());
    }

    @Test
    void bothLastInTheDataDirectory() {
        Identity first = authority().server(NAMES);
        assertEquals(first.chain(), authority().server(NAMES).chain());
    }

    @Test
    void withoutADataDirectoryTheyLastAsLongAsTheServer() {
        Identity first = authority(true).server(NAMES);
        assertNotEquals(first.authority(), authority(true).server(NAMES).authority());
        assertFalse(Files.exists(data.resolve("tls")));
    }

    @Test
    void beforeItEndsTheServersCertificateIsReplacedUnderTheSameAuthority() {
        LocalAuthority authority = authority();
        Identity first = authority.server(NAMES);
        clock.now = clock.now.plus(Duration.ofDays(300));
        assertTrue(authority.isGood(first, NAMES));
        clock.now = clock.now.plus(Duration.ofDays(67));
        assertFalse(authority.isGood(first, NAMES));
        Identity second = authority.server(NAMES);
        assertNotEquals(first.certificate(), second.certificate());
        assertEquals(first.authority(), second.authority());
        assertTrue(authority.isGood(second, NAMES));
    }

    @Test
    void anAuthorityThatEndsBeforeItsCertificatesWouldIsReplaced() {
        Identity first = authority().server(NAMES);
        clock.now = clock.now.plus(CertificateMaker.AUTHORITY_LIFE.minusDays(300));
        Identity second = authority().server(NAMES);
        assertNotEquals(first.authority(), second.authority());
        assertEquals(second.chain(), authority().server(NAMES).chain());
    }

    @Test
    void anotherNameNeedsAnotherCertificate() {
        Identity first = authority().server(NAMES);
        Identity second = authority().server(Set.of("localhost", "team.example"));
        assertNotEquals(first.certificate(), second.certificate());
        assertEquals(first.authority(), second.authority());
    }

    @Test
    void clientsAreGivenTheCertificateAlone() throws IOException, GeneralSecurityException {
        Identity server = authority().server(NAMES);
        byte[] pem = Files.readAllBytes(data.resolve("tls/ca.pem"));
        assertEquals(
                server.authority(),
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(Files.newInputStream(data.resolve("tls/ca.p12")), "tenantry".toCharArray());
        String entry = trusted.aliases().nextElement();
        assertTrue(trusted.isCertificateEntry(entry));
        assertEquals(server.authority(), trusted.getCertificate(entry));
    }

    @Test
    void nobodyElseReadsTheKeys() throws IOException {
        authority().server(NAMES);
        try (Stream<Path> files = Files.list(data.resolve("tls"))) {
            for (Path file : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file::toString);
            }
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls"))));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        authority().server(NAMES);
        Path file = Files.writeString(data.resolve("tls/server.p12"), "damaged");
        UnusableCertificates refused =
                assertThrows(UnusableCertificates.class, () -> authority().server(NAMES));
        assertTrue(refused.getMessage().contains(file.toString()), refused::getMessage);
    }

    @Test
    void handshakesUnderWayEndWithTheCertificateThatTheyBeganWith() {
        ServerKey key = new ServerKey();
        LocalAuthority authority = authority(true);
        Identity first = authority.server(NAMES);
        key.show(first);
        String begun = key.chooseEngineServerAlias("EC", null, null);
        Identity second = authority.server(NAMES);
        key.show(second);
        assertEquals(first.key(), key.getPrivateKey(begun));
        assertEquals(first.certificate(), key.getCertificateChain(begun)[0]);
        assertEquals(second.certificate(), key.getCertificateChain(key.chooseEngineServerAlias("EC", null, null))[0]);
    }

    private LocalAuthority authority() {
        return authority(false);
    }

    private LocalAuthority authority(boolean ephemeral) {
        StoreConfig config = new StoreConfig() {
            @Override
            public Optional<String> store() {
                return Optional.empty();
            }

            @Override
            public Optional<String> storeUser() {
                return Optional.empty();
            }

            @Override
            public Optional<String> storePassword() {
                return Optional.empty();
            }

            @Override
            public Optional<String> sealKey() {
                return Optional.empty();
            }

            @Override
            public Path data() {
                return data;
            }

            @Override
            public Duration readTime() {
                return Duration.ZERO;
            }

            @Override
            public boolean ephemeral() {
                return ephemeral;
            }
        };
        return new LocalAuthority(config, clock);
    }
}
