package io.tenantry.synchronization;

import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.family.GraphCall;

/** Changes of a configuration as the source's audit log names them (provisioning-engine.md §9). */
enum ConfigurationAudit {
    ADDED("Add provisioning configuration"),
    DELETED("Delete provisioning configuration"),
    STARTED("Enable/start provisioning configuration"),
    PAUSED("Disable/pause provisioning configuration"),
    RESTARTED("Enable/restart provisioning configuration"),
    SCHEMA_CHANGED("Update attribute mappings or scope"),
    SETTINGS_CHANGED("Update provisioning setting or credentials");

    private final String activity;

    ConfigurationAudit(String activity) {
        this.activity = activity;
    }

    void record(GraphCall call, String servicePrincipal) {
        String name = ServicePrincipalObjects.find(call.session(), servicePrincipal)
                .map(found -> found.text("displayName"))
                .orElse(null);
        AuditLog.record(
                call, AuditEvent.ofProvisioning(activity).target("ServicePrincipal", servicePrincipal, name, null));
    }
}
