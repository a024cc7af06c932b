package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.role.Roles;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which properties of a user a caller may write: some permissions open a few, and users themselves change part of their profile (directory.md §4.4, §20.1). */
final class UserWriteScope {
    private static final Set<String> EVERYTHING =
            Set.of("User.ReadWrite.All", "Directory.ReadWrite.All", "User.ReadWrite.CrossCloud");

    private static final Map<String, Set<String>> OPENED = Map.of(
            "User-PasswordProfile.ReadWrite.All", Set.of("passwordProfile"),
            "User-Mail.ReadWrite.All", Set.of("otherMails"),
            "User-Phone.ReadWrite.All", Set.of("businessPhones", "mobilePhone"),
            "User.EnableDisableAccount.All", Set.of("accountEnabled"),
            "User.ManageIdentities.All", Set.of("identities"),
            "User-LifeCycleInfo.ReadWrite.All", Set.of("employeeLeaveDateTime"));

    /** What users without a role may change of themselves. */
    private static final Set<String> OWN_PROFILE = Set.of(
            "aboutMe",
            "birthday",
            "businessPhones",
            "hireDate",
            "interests",
            "mobilePhone",
            "mySite",
            "pastProjects",
            "preferredLanguage",
            "preferredName",
            "responsibilities",
            "schools",
            "skills");

    private static final Set<String> ADMINISTRATORS = Set.of(
            Roles.GLOBAL_ADMINISTRATOR,
            Roles.USER_ADMINISTRATOR,
            Roles.AUTHENTICATION_ADMINISTRATOR,
            Roles.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);

    /** Who reset passwords, and nothing else. */
    private static final Set<String> PASSWORD_ADMINISTRATORS =
            Set.of(Roles.HELPDESK_ADMINISTRATOR, Roles.PASSWORD_ADMINISTRATOR);

    private static final Set<String> PASSWORD = Set.of("passwordProfile");

    private UserWriteScope() {}

    /** E17 for the first property that is not open. */
    static void require(GraphCall call, Entity user, ObjectNode body) {
        Caller caller = call.caller();
        Set<String> names = new HashSet<>();
        body.fieldNames().forEachRemaining(names::add);
        requireForLeaveDate(caller, names.contains("employeeLeaveDateTime"));
        if (!isAdministrator(caller) && !self(caller, user) && !PASSWORD.containsAll(names)) {
            throw GraphError.denied();
        }
        names.removeAll(opened(caller));
        if (!names.isEmpty()
                && (!writesAll(caller, user) || !OWN_PROFILE.containsAll(names) && onItself(caller, user))) {
            throw GraphError.denied();
        }
    }

    /** A property that has a permission of its own, whoever may create users. */
    static void requireToCreate(GraphCall call, ObjectNode body) {
        requireForLeaveDate(call.caller(), body.has("employeeLeaveDateTime"));
    }

    private static void requireForLeaveDate(Caller caller, boolean written) {
        if (written && !caller.permissions().contains("User-LifeCycleInfo.ReadWrite.All")) {
            throw GraphError.denied();
        }
    }

    private static Set<String> opened(Caller caller) {
        Set<String> opened = new HashSet<>();
        OPENED.forEach((permission, properties) -> {
            if (caller.permissions().contains(permission)) {
                opened.addAll(properties);
            }
        });
        if (!isAdministrator(caller)) {
            opened.retainAll(holds(caller, PASSWORD_ADMINISTRATORS) ? PASSWORD : Set.of());
        }
        return opened;
    }

    private static boolean writesAll(Caller caller, Entity user) {
        return caller.permissions().stream().anyMatch(EVERYTHING::contains)
                || (self(caller, user) && caller.permissions().contains("User.ReadWrite"));
    }

    /** Acting on itself, with no role that would allow more. */
    private static boolean onItself(Caller caller, Entity user) {
        return self(caller, user) && !isAdministrator(caller);
    }

    /** Applications need no role. */
    private static boolean isAdministrator(Caller caller) {
        return !caller.delegated() || holds(caller, ADMINISTRATORS);
    }

    private static boolean holds(Caller caller, Set<String> roles) {
        return caller.roles().stream().anyMatch(roles::contains);
    }

    private static boolean self(Caller caller, Entity user) {
        return caller.user().filter(own -> own.id().equals(user.id())).isPresent();
    }
}
