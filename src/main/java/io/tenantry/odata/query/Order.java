package io.tenantry.odata.query;

/** One key of {@code $orderby}: a canonical property path and its direction. */
public record Order(String path, boolean descending) {}
