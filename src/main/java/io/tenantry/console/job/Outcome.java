package io.tenantry.console.job;

import java.util.Arrays;
import java.util.Optional;

/** What the log entries of a run come to, each counted in one of these. */
public enum Outcome {
    CREATE("create", "Created", "provisioningAction eq 'create' and provisioningStatusInfo/status ne 'failure'"),
    UPDATE("update", "Updated", "provisioningAction eq 'update' and provisioningStatusInfo/status ne 'failure'"),
    DISABLE("disable", "Disabled", "provisioningAction eq 'disable' and provisioningStatusInfo/status ne 'failure'"),
    DELETE("delete", "Deleted", "provisioningAction eq 'delete' and provisioningStatusInfo/status ne 'failure'"),
    STAGED_DELETE("stagedDelete", "Held back", "provisioningAction eq 'stagedDelete'"),
    SKIP("skip", "Skipped", "provisioningAction eq 'other' and provisioningStatusInfo/status ne 'failure'"),
    FAIL("fail", "Failed", "provisioningStatusInfo/status eq 'failure'");

    private final String wireName;
    private final String title;
    private final String filter;

    Outcome(String wireName, String title, String filter) {
        this.wireName = wireName;
        this.title = title;
        this.filter = filter;
    }

    static Optional<Outcome> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(name))
                .findFirst();
    }

    /** In the control API. */
    public String wireName() {
        return wireName;
    }

    public String title() {
        return title;
    }

    /** By which the provisioning log finds them. */
    String filter() {
        return filter;
    }
}
