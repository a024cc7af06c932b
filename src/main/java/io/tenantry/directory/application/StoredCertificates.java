package io.tenantry.directory.application;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The certificates of applications and service principals. They are kept as children of their owner, one for each key credential and under
 * its {@code keyId}, so that lists, changes and the log never show the {@code key}.
 */
public final class StoredCertificates {
    private static final String TYPE = "certificate";

    private StoredCertificates() {}

    /** By key id, those that have run out too: whether a credential counts now is said in {@code keyCredentials}. */
    public static Map<String, X509Certificate> of(Session session, Entity owner) {
        Map<String, X509Certificate> certificates = new HashMap<>();
        for (Entity stored : session.children(TYPE, owner.id())) {
            certificates.put(stored.id(), parse(bytes(stored)));
        }
        return certificates;
    }

    /** As {@code key} shows them, by key id. */
    static Map<String, String> texts(Session session, Entity owner) {
        Map<String, String> texts = new HashMap<>();
        session.children(TYPE, owner.id()).forEach(stored -> texts.put(stored.id(), stored.text("key")));
        return texts;
    }

    static void keep(Session session, Entity owner, String keyId, byte[] der) {
        session.insert(Entity.childOf(owner.id(), TYPE, keyId)
                .set("key", Base64.getEncoder().encodeToString(der)));
    }

    static void forget(Session session, Entity owner, String keyId) {
        session.findChild(TYPE, owner.id(), keyId).ifPresent(session::remove);
    }

    private static byte[] bytes(Entity stored) {
        return Base64.getDecoder().decode(stored.text("key"));
    }

    private static X509Certificate parse(byte[] der) {
        try {
            return read(der);
        } catch (CertificateException e) {
            throw new IllegalStateException("a stored certificate is damaged", e);
        }
    }

    /** From DER or PEM. */
    static X509Certificate read(byte[] encoded) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
