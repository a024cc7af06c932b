package io.tenantry.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code run} and {@code env}: the environment of {@link ClientEnvironment}, for one program or to be taken over by a shell. */
final class RunCommand {
    /** What shells answer where a command is not there, and where it cannot be run. */
    private static final int NOT_FOUND = 127;

    private RunCommand() {}

    /** The status of the program. */
    static int run(List<String> arguments, Map<String, String> environment) throws InterruptedException {
        int begin = command(arguments);
        boolean marked = begin < arguments.size() && arguments.get(begin).equals("--");
        List<String> command =
                arguments.subList(Math.min(begin + (marked ? 1 : 0), arguments.size()), arguments.size());
        if (command.isEmpty()) {
            throw Refusal.mistake("run needs a command: ./tenantry run [options] -- COMMAND …");
        }
        Options options = Options.of("run", arguments.subList(0, begin), RunningServer.OPTIONS, Set.of(), environment);
        ProcessBuilder program = new ProcessBuilder(found(command)).inheritIO();
        program.environment().putAll(variables(options, environment));
        try {
            return Children.waitFor(program.start());
        } catch (IOException e) {
            System.err.println("tenantry: '" + command.get(0) + "' cannot be run: " + reason(e));
            return NOT_FOUND;
        }
    }

    private static List<String> found(List<String> command) {
        List<String> found = new ArrayList<>(command);
        Programs.ofThisMachine().find(command.get(0)).ifPresent(program -> found.set(0, program));
        return found;
    }

    /** Where it begins, or the two dashes before it: PowerShell keeps those for itself. */
    private static int command(List<String> arguments) {
        int at = 0;
        while (at < arguments.size()
                && arguments.get(at).startsWith("--")
                && !arguments.get(at).equals("--")) {
            at += arguments.get(at).indexOf('=') < 0 ? 2 : 1;
        }
        return Math.min(at, arguments.size());
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf(", ") + 1).strip();
    }

    /** To be sourced. */
    static String env(List<String> arguments, Map<String, String> environment) {
        Set<String> valued = new HashSet<>(RunningServer.OPTIONS);
        valued.add("--shell");
        Options options = Options.of("env", arguments, valued, Set.of(), environment);
        Shell shell = options.given("--shell").map(Shell::named).orElseGet(Shell::usual);
        StringBuilder lines = new StringBuilder();
        variables(options, environment)
                .forEach((name, value) -> lines.append(shell.set(name, value)).append(System.lineSeparator()));
        return lines.toString();
    }

    private static Map<String, String> variables(Options options, Map<String, String> environment) {
        RunningServer server = RunningServer.of(options);
        SystemAuthorities authorities = new SystemAuthorities(environment);
        ClientFiles files = ClientFiles.write(server, RunningServer.dataDirectory(options), authorities);
        return new ClientEnvironment(server, files, authorities, environment).variables();
    }

    /** How a shell is told of a variable. */
    private enum Shell {
        BASH {
            @Override
            String set(String name, String value) {
                return "export " + name + "='" + value.replace("'", "'\\''") + "'";
            }
        },
        POWERSHELL {
            @Override
            String set(String name, String value) {
                return "$env:" + name + " = '" + value.replace("'", "''") + "'";
            }
        },
        CMD {
            @Override
            String set(String name, String value) {
                return "set \"" + name + "=" + value.replace("%", "%%") + "\"";
            }
        };

        abstract String set(String name, String value);

        static Shell named(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Refusal.mistake("--shell takes bash, powershell or cmd, not '" + name + "'");
            }
        }

        static Shell usual() {
            return System.getProperty("os.name").startsWith("Windows") ? POWERSHELL : BASH;
        }
    }
}
