package io.tenantry.management;

import java.util.Optional;

/** Every call names the version of the interface that it means. */
final class ApiVersion {
    private ApiVersion() {}

    /** Throws {@link ManagementError} where none is named. */
    static void require(String version) {
        Optional.ofNullable(version).filter(text -> !text.isBlank()).orElseThrow(ManagementError::noVersion);
    }
}
