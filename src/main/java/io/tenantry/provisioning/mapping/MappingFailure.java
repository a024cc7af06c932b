package io.tenantry.provisioning.mapping;

/** The values of one object do not make a target object. */
public final class MappingFailure extends RuntimeException {
    private final transient Failure failure;

    public MappingFailure(Failure failure) {
        super(failure.reason(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
