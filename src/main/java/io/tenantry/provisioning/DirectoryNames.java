package io.tenantry.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the service calls the two directories: Microsoft renamed them (synchronization-api.md §9.2). */
@ConfigMapping(prefix = "tenantry.synchronization")
public interface DirectoryNames {
    /** {@code 2023}: the names of the API documentation; {@code 2024}: those of the portal since then. */
    @WithDefault("2023")
    String names();

    default boolean renamed() {
        return names().equals("2024");
    }

    default String source() {
        return renamed() ? "Microsoft Entra ID" : "Azure Active Directory";
    }

    default String target() {
        return "Azure Active Directory (target tenant)";
    }

    default String userMapping() {
        return renamed() ? "Provision Microsoft Entra ID Users" : "Provision Azure Active Directory Users";
    }

    default String groupMapping() {
        return renamed() ? "Provision Microsoft Entra ID Groups" : "Provision Azure Active Directory Groups";
    }
}
