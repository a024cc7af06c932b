package io.tenantry.world;

/** Keeps cycles still while the whole state is exchanged. */
public interface Quiescence {
    /** Waits for running cycles to end, does the work while none can begin, and returns when it is done. */
    void exclusively(Runnable work);
}
