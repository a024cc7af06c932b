package io.tenantry.token;

import io.tenantry.resource.Caller;

/** Whether a caller's user is an owner of an object. */
interface Ownership {
    boolean owns(Caller caller, String key);
}
