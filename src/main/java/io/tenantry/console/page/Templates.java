package io.tenantry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the pages; values are escaped by the engine. */
@CheckedTemplate(basePath = "console/page")
final class Templates {
    private Templates() {}

    static native TemplateInstance outcome(Outcome outcome);

    static native TemplateInstance called(Outcome outcome);

    static native TemplateInstance problem(String message);

    static native TemplateInstance unusable(String message);

    static native TemplateInstance refused(ShownCall call, String error);

    static native TemplateInstance unknown();

    static native TemplateInstance key(String back, String error, Assets assets);
}
