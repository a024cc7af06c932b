package io.tenantry.token.key;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * RS256 signatures (RFC 7518 §3.3) of one key. They are most of what a token costs, and clients fetch tokens by the thousand
 * (clients.md §2.5): AWS-LC makes three in the time that the JDK takes for one. It is loaded beside the work once that pays; where there
 * is no build of it for the machine, the JDK goes on.
 */
final class Rs256 {
    private static final Logger LOG = Logger.getLogger(Rs256.class);
    private static final String NAME = "SHA256withRSA";
    /** To load it takes as long as so many signatures of the JDK. */
    static final int PAYS = 500;

    private final PrivateKey key;
    private final AtomicInteger signed = new AtomicInteger();
    private volatile Signer signer;

    @FunctionalInterface
    private interface Signer {
        byte[] sign(byte[] text) throws GeneralSecurityException;
    }

    Rs256(PrivateKey key) {
        this.key = key;
        this.signer = text -> sign(Signature.getInstance(NAME), key, text);
    }

    PrivateKey key() {
        return key;
    }

    byte[] sign(byte[] text) throws GeneralSecurityException {
        if (signed.get() < PAYS && signed.incrementAndGet() == PAYS) {
            Thread loading = new Thread(this::load, "fast signatures");
            loading.setDaemon(true);
            loading.start();
        }
        return signer.sign(text);
    }

    /** Takes a second. Whether the machine can. */
    boolean load() {
        AmazonCorrettoCryptoProvider fast = AmazonCorrettoCryptoProvider.INSTANCE;
        try {
            PrivateKey its =
                    KeyFactory.getInstance("RSA", fast).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
            signer = text -> sign(Signature.getInstance(NAME, fast), its, text);
            return true;
        } catch (GeneralSecurityException e) {
            LOG.debug("Tokens are signed by the JDK", fast.getLoadingError() == null ? e : fast.getLoadingError());
            return false;
        }
    }

    private static byte[] sign(Signature signature, PrivateKey key, byte[] text) throws GeneralSecurityException {
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rs256 another && another.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
