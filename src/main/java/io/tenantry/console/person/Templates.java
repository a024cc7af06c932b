package io.tenantry.console.person;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of a person. */
@CheckedTemplate(basePath = "console/person")
final class Templates {
    private Templates() {}

    static native TemplateInstance person(PersonPage page);

    static native TemplateInstance sides(PersonPage.Joined joined);

    static native TemplateInstance why(Explanation explanation);

    static native TemplateInstance onDemand(OnDemand result);

    static native TemplateInstance refused(int status, String error);
}
