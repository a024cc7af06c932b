package io.tenantry.provisioning.job;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** {@code synchronizationJobRestartScope}: flags, written as names with commas (provisioning-engine.md §1.8). */
public enum RestartScope {
    CONNECTOR_DATA_STORE("ConnectorDataStore"),
    ESCROWS("Escrows"),
    WATERMARK("Watermark"),
    QUARANTINE_STATE("QuarantineState"),
    FORCE_DELETES("ForceDeletes");

    private static final Set<RestartScope> FULL =
            EnumSet.of(CONNECTOR_DATA_STORE, ESCROWS, WATERMARK, QUARANTINE_STATE);
    private static final Set<RestartScope> DEFAULT = EnumSet.of(ESCROWS, WATERMARK, QUARANTINE_STATE);

    private final String wireName;

    RestartScope(String wireName) {
        this.wireName = wireName;
    }

    /** What a restart without scope clears, like the portal's button. */
    public static Set<RestartScope> byDefault() {
        return DEFAULT;
    }

    /** The scopes that a text names; empty where one of them does not exist. */
    public static Optional<Set<RestartScope>> parse(String text) {
        Set<RestartScope> scopes = EnumSet.noneOf(RestartScope.class);
        for (String name : text.split(",")) {
            Optional<Set<RestartScope>> flags = flags(name.trim());
            if (flags.isEmpty()) {
                return Optional.empty();
            }
            scopes.addAll(flags.get());
        }
        return Optional.of(scopes);
    }

    private static Optional<Set<RestartScope>> flags(String name) {
        if (name.equalsIgnoreCase("None")) {
            return Optional.of(Set.of());
        }
        if (name.equalsIgnoreCase("Full")) {
            return Optional.of(FULL);
        }
        return Arrays.stream(values())
                .filter(each -> each.wireName.equalsIgnoreCase(name))
                .findFirst()
                .map(Set::of);
    }
}
