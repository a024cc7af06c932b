package io.tenantry.throttle;

import java.time.Duration;

/** One of the limits (odata-protocol.md §15). */
enum Limit {
    UNITS_OF_SMALL("Tenant_Application/ReadWrite", "ResourceUnitLimitExceeded", 3_500, Duration.ofSeconds(10)),
    UNITS_OF_MEDIUM("Tenant_Application/ReadWrite", "ResourceUnitLimitExceeded", 5_000, Duration.ofSeconds(10)),
    UNITS_OF_LARGE("Tenant_Application/ReadWrite", "ResourceUnitLimitExceeded", 8_000, Duration.ofSeconds(10)),
    WRITES("Tenant_Application/Write", "WriteLimitExceeded", 3_000, Duration.ofSeconds(150)),
    REPORTS("Tenant_Application/Read", null, 5, Duration.ofSeconds(10)),
    UNITS_OF_APPLICATION("Application/ReadWrite", "ResourceUnitLimitExceeded", 150_000, Duration.ofSeconds(20)),
    WRITES_OF_APPLICATION("Application/Write", "WriteLimitExceeded", 70_000, Duration.ofMinutes(5)),
    WRITES_OF_TENANT("Tenant/Write", "WriteLimitExceeded", 18_000, Duration.ofMinutes(5));

    private final String scope;
    private final String information;
    private final long quota;
    private final Duration within;

    /** @param information what a refusal is told to be for, null where that is not known */
    Limit(String scope, String information, long quota, Duration within) {
        this.scope = scope;
        this.information = information;
        this.quota = quota;
        this.within = within;
    }

    String scope() {
        return scope;
    }

    String information() {
        return information;
    }

    /** Or of requests. */
    boolean isOfUnits() {
        return name().startsWith("UNITS");
    }

    Bucket bucket(long now) {
        return new Bucket(quota, within, now);
    }

    /** What the limit is counted for. */
    String counted(String appId, String tenantId) {
        return switch (this) {
            case UNITS_OF_APPLICATION, WRITES_OF_APPLICATION -> name() + "/" + appId;
            case WRITES_OF_TENANT -> name() + "/" + tenantId;
            default -> name() + "/" + appId + "/" + tenantId;
        };
    }

    static Limit units(int users) {
        return users < 50 ? UNITS_OF_SMALL : users <= 500 ? UNITS_OF_MEDIUM : UNITS_OF_LARGE;
    }
}
