package io.tenantry.odata.query;

import io.tenantry.odata.filter.Path;

/** One key of {@code $orderby}: a property and its direction. */
public record Order(Path path, boolean descending) {}
