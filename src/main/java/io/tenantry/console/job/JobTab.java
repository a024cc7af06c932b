package io.tenantry.console.job;

/** A page of a job. */
public enum JobTab {
    OVERVIEW("Overview", ""),
    RUNS("Runs", "/runs"),
    SCOPE("Scope", "/scope"),
    MAPPING("Mapping", "/mapping"),
    PLAN("Plan", "/plan");

    private final String title;
    private final String path;

    JobTab(String title, String path) {
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
