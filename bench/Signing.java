import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * The yardstick of a token: bare RS256 signatures of 1,500 bytes with a 2048-bit key on one thread.
 *
 * <pre>java Signing.java SECONDS</pre>
 *
 * Prints signatures for one second of CPU.
 */
public final class Signing {
    public static void main(String[] arguments) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        long span = (long) (Double.parseDouble(arguments[0]) * 1e9);
        sign(key, span / 2);
        System.out.printf("%.0f%n", sign(key, span));
    }

    private static double sign(PrivateKey key, long span) throws Exception {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        byte[] text = new byte[1500];
        long cpu = threads.getCurrentThreadCpuTime();
        int count = 0;
        for (long end = System.nanoTime() + span; System.nanoTime() < end; count++) {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            text[0] = (byte) count;
            signature.update(text);
            signature.sign();
        }
        return count * 1e9 / (threads.getCurrentThreadCpuTime() - cpu);
    }
}
