package io.tenantry.console.job;

/**
 * A short word with its colour.
 *
 * @param tone {@code good}, {@code warn}, {@code bad}, or empty
 */
public record Badge(String tone, String text) {}
