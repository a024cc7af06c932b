package io.tenantry.console.mapping;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.job.JobHead;
import java.util.List;

/** The templates of the editor of mappings. */
@CheckedTemplate(basePath = "console/mapping")
final class Templates {
    private Templates() {}

    static native TemplateInstance page(JobHead head, EditorView editor);

    static native TemplateInstance editor(EditorView editor);

    static native TemplateInstance edit(EditView edit);

    static native TemplateInstance tried(Tried tried);

    static native TemplateInstance people(List<Person> people, String none);

    static native TemplateInstance unusable(String message);
}
