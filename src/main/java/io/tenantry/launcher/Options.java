package io.tenantry.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command, and what stands for them in the environment: {@code --https-port} and {@code TENANTRY_HTTPS_PORT}. */
final class Options {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> environment;

    private Options(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * @param valued names of options with a value
     * @param plain names of options without
     */
    static Options of(
            String command,
            List<String> arguments,
            Set<String> valued,
            Set<String> plain,
            Map<String, String> environment) {
        Options options = new Options(environment);
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            options.take(command, left, valued, plain);
        }
        return options;
    }

    private void take(String command, Deque<String> left, Set<String> valued, Set<String> plain) {
        String option = left.pop();
        if (!option.startsWith("--")) {
            throw Refusal.mistake(command + " takes options only, not '" + option + "'; ./tenantry help lists them");
        }
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        if (plain.contains(name)) {
            if (equals >= 0) {
                throw Refusal.mistake(name + " takes no value");
            }
            flags.add(name);
            return;
        }
        if (!valued.contains(name)) {
            throw Refusal.mistake("unknown option '" + name + "'; ./tenantry help lists the options");
        }
        String value = equals >= 0
                ? option.substring(equals + 1)
                : left.isEmpty() || left.peek().startsWith("--") ? "" : left.pop();
        if (value.isEmpty()) {
            throw Refusal.mistake(name + " needs a value");
        }
        values.put(name, value);
    }

    boolean isGiven(String name) {
        return flags.contains(name) || values.containsKey(name);
    }

    /** As option; empty where it is not one of those given. */
    Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** As option or in the environment. */
    Optional<String> value(String name) {
        return given(name)
                .or(() -> Optional.ofNullable(environment.get(variable(name))).filter(text -> !text.isEmpty()));
    }

    /** Whether it is on, by the option or the environment. */
    boolean isOn(String name) {
        return flags.contains(name) || "true".equals(environment.get(variable(name)));
    }

    /** What a value was given as, to name it in a refusal. */
    String label(String name) {
        return values.containsKey(name) ? name : variable(name);
    }

    static String variable(String name) {
        return "TENANTRY_" + name.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
