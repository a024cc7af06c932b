package io.tenantry.store.failure;

/** A row would repeat a value that must be unique. {@link #constraint} names the index or columns as the database does. */
public final class UniqueViolation extends StoreException {
    private final String constraint;

    UniqueViolation(String constraint, Throwable cause) {
        super(constraint, cause);
        this.constraint = constraint;
    }

    public String constraint() {
        return constraint;
    }
}
