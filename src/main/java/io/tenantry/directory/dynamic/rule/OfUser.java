package io.tenantry.directory.dynamic.rule;

import io.tenantry.regex.Steps;
import java.time.Instant;
import java.util.Set;

/** What is asked about a user in place of it; what it does not say itself, the user does. */
interface OfUser extends Subject {
    Subject user();

    @Override
    default Set<String> directGroups() {
        return user().directGroups();
    }

    @Override
    default String manager() {
        return user().manager();
    }

    @Override
    default Instant now() {
        return user().now();
    }

    @Override
    default Steps steps() {
        return user().steps();
    }
}
