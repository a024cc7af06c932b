package io.tenantry.graph.delta;

/**
 * One end of a reference of an object.
 *
 * @param kind as {@code relation} has it
 * @param other id of the object at the other end
 * @param type of that object
 * @param taken whether the reference was taken away
 */
record DeltaReference(String kind, String other, String type, boolean taken) {}
