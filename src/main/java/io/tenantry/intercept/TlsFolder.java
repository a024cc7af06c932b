package io.tenantry.intercept;

import io.tenantry.store.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The authority and the server's certificate on disk, in the data directory's {@code tls}. {@code ca.pem} and {@code ca.p12} are for clients:
 * they hold the authority's certificate alone.
 */
final class TlsFolder {
    /** Of files that hold no secret, or are protected by their rights. */
    private static final char[] PASSWORD = "tenantry".toCharArray();

    private static final String TYPE = "PKCS12";
    private static final String ENTRY = "tenantry";

    private final Path folder;

    TlsFolder(Path folder) {
        this.folder = folder;
    }

    Optional<Identity> authority() {
        return read("authority.p12");
    }

    Optional<Identity> server() {
        return read("server.p12");
    }

    void keepAuthority(Identity authority) throws IOException, GeneralSecurityException {
        PrivateFiles.folder(folder);
        write("authority.p12", keyStore(authority));
        KeyStore trusted = empty();
        trusted.setCertificateEntry(ENTRY, authority.certificate());
        write("ca.p12", trusted);
        write("ca.pem", Pem.of(authority.certificate()).getBytes(StandardCharsets.US_ASCII));
    }

    void keepServer(Identity server) throws IOException, GeneralSecurityException {
        write("server.p12", keyStore(server));
    }

    void keepPorts(byte[] ports) throws IOException {
        write("ports.json", ports);
    }

    /** Empty where there is none; throws {@link UnusableCertificates} where it cannot be read. */
    private Optional<Identity> read(String name) {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD);
            PrivateKey key = (PrivateKey) store.getKey(ENTRY, PASSWORD);
            Certificate[] chain = store.getCertificateChain(ENTRY);
            if (key == null || chain == null) {
                throw new UnusableCertificates(file, "it holds no key", null);
            }
            return Optional.of(new Identity(
                    key, Stream.of(chain).map(X509Certificate.class::cast).toList()));
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableCertificates(file, e.getMessage(), e);
        }
    }

    private static KeyStore keyStore(Identity identity) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        List<X509Certificate> chain = identity.chain();
        store.setKeyEntry(ENTRY, identity.key(), PASSWORD, chain.toArray(Certificate[]::new));
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, PASSWORD);
        return store;
    }

    private void write(String name, KeyStore store) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD);
        write(name, bytes.toByteArray());
    }

    /** Whole or not at all: a server that shares the folder may read it now. */
    private void write(String name, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(folder, name, ".new");
        PrivateFiles.file(fresh);
        Files.write(fresh, content);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
