package io.tenantry.provisioning.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of objects that jobs carry. */
public enum ObjectType {
    USER("User", "userPrincipalName", "UserManagement"),
    GROUP("Group", "displayName", "GroupManagement");

    private final String wireName;
    private final String naming;
    private final String auditCategory;

    ObjectType(String wireName, String naming, String auditCategory) {
        this.wireName = wireName;
        this.naming = naming;
        this.auditCategory = auditCategory;
    }

    /** As schemas and logs write it. */
    public String wireName() {
        return wireName;
    }

    /** The property by which logs name such an object. */
    public String naming() {
        return naming;
    }

    /** Of what is noted about such objects in the audit log of the target. */
    public String auditCategory() {
        return auditCategory;
    }

    /** Type of its entities, and the value in the engine's rows. */
    public String entity() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in schemas and logs. */
    public static Optional<ObjectType> named(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equalsIgnoreCase(wireName))
                .findFirst();
    }

    public static ObjectType of(String entityType) {
        return valueOf(entityType.toUpperCase(Locale.ROOT));
    }
}
