package io.tenantry.console.clock;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.page.Clock;
import java.util.List;

/** The templates of clock bar and snapshots. */
@CheckedTemplate(basePath = "console/clock")
final class Templates {
    private Templates() {}

    static native TemplateInstance bar(Clock clock);

    static native TemplateInstance snapshots(List<SnapshotRow> snapshots);

    static native TemplateInstance list(List<SnapshotRow> snapshots);

    static native TemplateInstance changes(ChangeList changes, ChangeFilter filter, List<SnapshotRow> snapshots);
}
