package io.tenantry.console.mapping;

/** Somebody, or a group, to try mappings on. */
public record Person(String id, String name, String detail, boolean chosen) {}
