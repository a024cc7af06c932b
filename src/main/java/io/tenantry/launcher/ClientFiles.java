package io.tenantry.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HexFormat;

/**
 * What programs are pointed at so that they trust the local authority besides those that they trust anyway: files in the data directory's
 * {@code tls} where the server keeps it there, else in a folder of the user's temporary files.
 *
 * @param bundle authorities in PEM
 * @param trustStore authorities in PKCS#12
 * @param node what has Node before version 24 use the proxy
 */
record ClientFiles(Path bundle, Path trustStore, Path node) {
    static final String PASSWORD = "tenantry";
    private static final String NODE = "node-proxy.mjs";

    /** Throws {@link Refusal} where they cannot be written. */
    static ClientFiles write(RunningServer server, Path data, SystemAuthorities authorities) {
        Path folder = data.resolve("tls");
        try {
            if (!isOf(server, folder)) {
                folder = ownFolder(server);
            }
            Path bundle = folder.resolve("bundle.pem");
            Path trustStore = folder.resolve("bundle.p12");
            Path node = folder.resolve(NODE);
            put(bundle, (authorities.pem() + server.authority()).getBytes(StandardCharsets.US_ASCII));
            put(trustStore, trustStore(server, authorities));
            try (InputStream program = ClientFiles.class.getResourceAsStream(NODE)) {
                put(node, program.readAllBytes());
            }
            return new ClientFiles(bundle, trustStore, node);
        } catch (IOException | GeneralSecurityException e) {
            throw Refusal.mistake("the authorities cannot be written to '" + folder + "': " + e.getMessage());
        }
    }

    private static boolean isOf(RunningServer server, Path folder) throws IOException {
        Path authority = folder.resolve("ca.pem");
        return Files.isReadable(authority)
                && Files.isWritable(folder)
                && Files.readString(authority).equals(server.authority());
    }

    private static Path ownFolder(RunningServer server) throws IOException {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tenantry-" + user)
                .resolve(HexFormat.of().toHexDigits(server.authority().hashCode()));
        Files.createDirectories(folder);
        return folder;
    }

    private static byte[] trustStore(RunningServer server, SystemAuthorities authorities)
            throws IOException, GeneralSecurityException {
        KeyStore store = authorities.keyStore();
        Certificate own = SystemAuthorities.certificates(server.authority()).get(0);
        store.setCertificateEntry("tenantry", own);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        return bytes.toByteArray();
    }

    /** Whole or not at all: programs that were started before may read it now. */
    private static void put(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
