package clients;

import java.io.IOException;

/** Says of each step of a program whether it passed. */
public final class Steps {
    /** What a step does. */
    public interface Act {
        void run() throws Exception;
    }

    private boolean failed;

    public void step(String name, Act act) {
        try {
            act.run();
            System.out.println("passed " + name);
        } catch (Exception | AssertionError e) {
            failed = true;
            e.printStackTrace(System.out);
            String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            System.out.println("failed " + name + ": " + e.getClass().getSimpleName() + ": " + why.substring(0, Math.min(300, why.length())));
        }
    }

    public void end() {
        System.exit(failed ? 1 : 0);
    }

    public static String given(String name) {
        return System.getenv(name);
    }

    public static void check(boolean holds, Object otherwise) {
        if (!holds) {
            throw new AssertionError(String.valueOf(otherwise));
        }
    }

    /** Has a person sign in in a browser; where that ended, when it is not on this machine. */
    public static Process browse(String... words) {
        try {
            String[] command = new String[words.length + 1];
            command[0] = given("BROWSE");
            System.arraycopy(words, 0, command, 1, words.length);
            return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String landing(String url) throws IOException {
        return new String(browse(url).getInputStream().readAllBytes()).strip();
    }
}
