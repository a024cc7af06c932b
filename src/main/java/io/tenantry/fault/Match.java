package io.tenantry.fault;

import io.tenantry.journal.Calling;
import io.tenantry.journal.PathPattern;
import java.util.Optional;

/**
 * Which calls a rule is for: those that fit all of it.
 *
 * @param method in upper case
 * @param tenant id
 * @param client app id
 */
public record Match(
        Optional<String> method, Optional<PathPattern> path, Optional<String> tenant, Optional<String> client) {
    public static final Match ANY = new Match(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    boolean fits(Call call) {
        return method.map(call.method()::equals).orElse(!call.preflight())
                && path.map(pattern -> call.paths().stream().anyMatch(pattern::fits))
                        .orElse(true);
    }

    boolean fits(Calling caller) {
        return tenant.map(id -> id.equals(caller.tenant())).orElse(true)
                && client.map(id -> id.equalsIgnoreCase(caller.client())).orElse(true);
    }
}
