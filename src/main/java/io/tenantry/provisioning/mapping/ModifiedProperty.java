package io.tenantry.provisioning.mapping;

/** One change of a target object, under the name of the target attribute; values as text, null for none. */
public record ModifiedProperty(String name, String oldValue, String newValue) {}
