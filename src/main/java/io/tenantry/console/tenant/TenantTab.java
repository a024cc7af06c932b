package io.tenantry.console.tenant;

/** A page of a tenant. */
public enum TenantTab {
    PEOPLE("People", ""),
    GROUPS("Groups", "/groups"),
    APPLICATIONS("Applications", "/applications"),
    SYNCHRONIZATION("Synchronization", "/synchronization"),
    ACCESS("Cross-tenant access", "/access");

    private final String title;
    private final String path;

    TenantTab(String title, String path) {
        this.title = title;
        this.path = path;
    }

    public String title() {
        return title;
    }

    String path() {
        return path;
    }
}
