package io.tenantry.console.job;

import io.quarkus.qute.TemplateData;

/** What the actions on a job send. */
@TemplateData(namespace = "body")
public final class Bodies {
    private static final String RESTART = "{\"criteria\":{\"resetScope\":\"%s\"}}";

    public static final String TEST = "{\"useSavedCredentials\":true,\"templateId\":\"Azure2Azure\"}";

    /** The target is filled in. */
    public static final String TEST_OTHER =
            "{\"useSavedCredentials\":false,\"templateId\":\"Azure2Azure\",\"credentials\":[{\"key\":\"CompanyId\",\"value\":\"\"},"
                    + "{\"key\":\"AuthenticationType\",\"value\":\"SyncPolicy\"}]}";

    public static final String ALLOW_DELETES = RESTART.formatted("QuarantineState,ForceDeletes");

    /** Everybody is looked at anew. */
    public static final String LIFT = RESTART.formatted("QuarantineState,Escrows,Watermark");

    public static final String ONE_SECRET = "{\"value\":[{\"key\":\"\",\"value\":\"\"}]}";

    private Bodies() {}
}
