package io.tenantry.provisioning.user;

import java.util.Optional;

/**
 * The manager of a user, by id.
 *
 * @param source whom the source names
 * @param linked the target's user that he is linked to
 * @param current whom the target names
 */
public record Managers(Optional<String> source, Optional<String> linked, Optional<String> current) {
    /** With another manager in the target. */
    Managers given(String manager) {
        return new Managers(source, linked, Optional.of(manager));
    }
}
