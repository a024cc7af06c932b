package io.tenantry.provisioning.scope;

/**
 * A clause of a scoping filter and what it met in one object.
 *
 * @param clause without the name of its group
 * @param value null for none
 */
public record ClauseResult(String clause, String value, boolean met) {}
