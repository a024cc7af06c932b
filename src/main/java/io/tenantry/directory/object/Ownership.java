package io.tenantry.directory.object;

import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;

/** Who owns an object. */
public final class Ownership {
    private Ownership() {}

    /** Whether the signed-in user is an owner, or the service principal of an application that calls by itself. */
    public static boolean isCallers(GraphCall call, Entity object) {
        Caller caller = call.caller();
        String owner = caller.user().map(Caller.SignedInUser::id).orElse(caller.servicePrincipalId());
        return call.session().references().targets("owner", object.id()).contains(owner);
    }
}
