package io.tenantry.console.page;

import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.CallScripts;

/** A call that a page shows, to be copied. */
public record ShownCall(ApiCall call, CallScripts scripts) {
    public String url() {
        return call.url();
    }

    public String method() {
        return call.method();
    }
}
