package io.tenantry.family;

/** A family of Graph resources; every bean of this type is asked once, at start. */
public interface Family {
    void register(GraphRegistry graph);
}
