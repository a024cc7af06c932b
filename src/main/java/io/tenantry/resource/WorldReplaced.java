package io.tenantry.resource;

/** CDI event: a reset, another scenario or a restored snapshot put another state in place. Who keeps some of it in memory drops it. */
public record WorldReplaced() {}
