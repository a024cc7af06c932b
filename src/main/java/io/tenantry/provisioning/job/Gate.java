package io.tenantry.provisioning.job;

/**
 * Something that has to hold before a user comes into the target.
 *
 * @param gate its name in the control API
 * @param value that was met, in words
 */
public record Gate(String gate, boolean met, String value) {}
