package io.tenantry.token.permission;

import io.tenantry.family.Caller;
import java.util.List;

/** What the table asks about the object that a path names first. */
interface NamedObject {
    /** Whether the caller is an owner: the signed-in user, or the service principal of an application. */
    boolean ownedBy(Caller caller, String template, List<String> keys);

    /** Whether the caller owns any application, or its service principal, whatever a path names. */
    boolean ownsApplications(Caller caller);

    /** Whether it is a group that can hold directory roles. */
    boolean holdsRoles(Caller caller, String template, List<String> keys);
}
