package io.tenantry.token;

import io.tenantry.resource.Caller;
import java.util.List;

/** Whether a caller owns the object that a path names first: the signed-in user, or the service principal of an application. */
interface Ownership {
    boolean owns(Caller caller, String template, List<String> keys);
}
