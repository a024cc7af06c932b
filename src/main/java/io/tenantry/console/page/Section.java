package io.tenantry.console.page;

/** A page of the navigation, and all pages below it. */
public enum Section {
    MAP("Map", ""),
    TENANTS("Tenants", "/tenants"),
    LOGS("Logs", "/logs"),
    REQUESTS("Requests", "/requests"),
    SNAPSHOTS("Snapshots", "/snapshots"),
    FIRST_STEPS("First steps", "/first-steps");

    /** Where the console is. */
    public static final String ROOT = "/_tenantry/console";

    private final String title;
    private final String path;

    Section(String title, String path) {
        this.title = title;
        this.path = path;
    }

    public String title() {
        return title;
    }

    public String href() {
        return ROOT + path;
    }
}
