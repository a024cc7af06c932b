package io.tenantry.provisioning.mapping;

/**
 * One change of a target object, under the name of the target attribute; values as text, null for none.
 *
 * @param redacted whether the provisioning log must not show the values
 */
public record ModifiedProperty(String name, String oldValue, String newValue, boolean redacted) {
    /** What the provisioning log shows in place of a value (functions-for-customizing-application-data, Redact). */
    static final String REDACTED = "[Redact]";

    public ModifiedProperty(String name, String oldValue, String newValue) {
        this(name, oldValue, newValue, false);
    }

    /** As the provisioning log shows it. */
    public ModifiedProperty logged() {
        return redacted ? new ModifiedProperty(name, oldValue == null ? null : REDACTED, REDACTED) : this;
    }
}
