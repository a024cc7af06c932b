package io.tenantry.directory.object;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Choices that directory.md §22 leaves open. */
@ConfigMapping(prefix = "tenantry.directory")
public interface DirectoryConfig {
    /** Whether security groups go to deleted items like Microsoft 365 groups do, instead of for good. */
    @WithName("security-group-soft-delete")
    @WithDefault("false")
    boolean securityGroupSoftDelete();
}
