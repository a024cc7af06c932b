package io.tenantry.console.tour;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of the tour. */
@CheckedTemplate(basePath = "console/tour")
final class Templates {
    private Templates() {}

    static native TemplateInstance page(Tour tour, List<Tour.Person> people);

    static native TemplateInstance state(Tour tour);

    static native TemplateInstance alone(int tenants);
}
