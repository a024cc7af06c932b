package io.tenantry.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands of {@code ./tenantry}, {@code tenantry.ps1} and {@code tenantry.jar}. */
public final class Launcher {
    private static final String HELP = "; ./tenantry help lists ";

    private Launcher() {}

    public static void main(String... arguments) throws Exception {
        int status = status(List.of(arguments), System.getenv());
        if (status >= 0) {
            System.exit(status);
        }
    }

    /** Negative where the server runs in this process. */
    private static int status(List<String> arguments, Map<String, String> environment) throws Exception {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "start" -> SingleJar.start(rest);
                case "build" -> nothingToBuild(rest);
                case "prepare" -> Preparation.of(rest, environment);
                case "run" -> RunCommand.run(rest, environment);
                case "env" -> said(RunCommand.env(rest, environment));
                case "import" -> ImportCommand.run(rest, environment);
                case "trust", "untrust" -> said(Trust.of(command, rest, environment));
                case "help", "--help", "-h" -> said(Texts.usage());
                case "version", "--version" -> said("tenantry " + Texts.version() + System.lineSeparator());
                case "" -> throw Refusal.mistake("what should it do? ./tenantry start begins" + HELP + "the options");
                default -> throw Refusal.mistake("unknown command '" + command + "'" + HELP + "the commands");
            };
        } catch (Refusal refused) {
            return told(refused);
        }
    }

    private static int nothingToBuild(List<String> rest) {
        if (!rest.isEmpty()) {
            throw Refusal.mistake("build takes no options");
        }
        return 0;
    }

    private static int said(String text) {
        System.out.print(text);
        return 0;
    }

    static int told(Refusal refused) {
        System.err.println("tenantry: " + refused.getMessage());
        return refused.status();
    }

    /**
     * What a server is told on its command line, as its settings; ends the process where it cannot be started with that.
     *
     * @param arguments begin with {@code start}, or are none
     */
    public static void startedWith(String... arguments) {
        try {
            if (arguments.length == 0) {
                Optional.ofNullable(System.getProperty("tenantry.bind", System.getenv("TENANTRY_BIND")))
                        .ifPresent(OwnAddress::require);
                return;
            }
            List<String> all = List.of(arguments);
            StartOptions options = StartOptions.of(all.subList(1, all.size()), System.getenv());
            options.check();
            options.properties().forEach(System::setProperty);
            options.served().ifPresent(process -> process.onExit().thenRun(() -> System.exit(0)));
        } catch (Refusal refused) {
            System.exit(told(refused));
        }
    }
}
