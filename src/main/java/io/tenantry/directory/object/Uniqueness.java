package io.tenantry.directory.object;

import io.tenantry.error.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.failure.UniqueViolation;

/** Names and addresses that only one object of a tenant may have. */
public final class Uniqueness {
    private Uniqueness() {}

    /** E11. */
    public static void requireFreeName(Session session, String userPrincipalName, String self) {
        session.findBy("user", "userPrincipalName", userPrincipalName)
                .filter(other -> !other.id().equals(self))
                .ifPresent(other -> {
                    throw DirectoryErrors.userPrincipalNameTaken();
                });
    }

    /** E12: across users, groups and contacts. */
    public static void requireFreeAddresses(Session session, Entity object) {
        for (String address : object.texts("proxyAddresses")) {
            if (taken(session, address, object.id())) {
                throw DirectoryErrors.proxyAddressTaken();
            }
        }
    }

    public static boolean taken(Session session, String proxyAddress, String self) {
        return session.holding("proxyAddresses", proxyAddress).stream()
                .anyMatch(other -> !other.id().equals(self));
    }

    /** An alternate key such as {@code uniqueName}. */
    public static void requireFree(Session session, Entity object, String property) {
        String value = object.text(property);
        if (value != null
                && session.findBy(object.type(), property, value)
                        .filter(other -> !other.id().equals(object.id()))
                        .isPresent()) {
            throw DirectoryErrors.valueTaken(property);
        }
    }

    /** Runs a write; a unique index that refuses it answers like the check that came too early. */
    public static void guarded(Runnable write) {
        try {
            write.run();
        } catch (UniqueViolation violation) {
            throw translate(violation);
        }
    }

    private static GraphError translate(UniqueViolation violation) {
        String constraint = violation.constraint();
        if (constraint.contains("user_principal_name") || constraint.contains("directory_object_upn")) {
            return DirectoryErrors.userPrincipalNameTaken();
        }
        return constraint.contains("object_value")
                ? DirectoryErrors.proxyAddressTaken()
                : DirectoryErrors.conflictingObject();
    }
}
