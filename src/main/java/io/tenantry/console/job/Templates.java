package io.tenantry.console.job;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of the pages of a job. */
@CheckedTemplate(basePath = "console/job")
final class Templates {
    private Templates() {}

    static native TemplateInstance overview(
            JobHead head, JobState state, JobSettings settings, List<RestartChoice> choices);

    static native TemplateInstance state(JobState state);

    static native TemplateInstance settings(JobSettings settings);

    static native TemplateInstance escrows(JobHead head, Escrowed escrowed);

    static native TemplateInstance runs(JobHead head, RunList runs);

    static native TemplateInstance runList(RunList runs);

    static native TemplateInstance run(JobHead head, RunEntries entries);

    static native TemplateInstance scope(
            JobHead head,
            JobSettings settings,
            Assignments assignments,
            List<MappingScope> mappings,
            FilterEditor editor,
            int chosen);

    static native TemplateInstance assignments(Assignments assignments);

    static native TemplateInstance candidates(JobHead head, List<Assignments.Candidate> candidates, String text);

    static native TemplateInstance members(GroupMembers members);

    static native TemplateInstance person(PersonInScope person);

    static native TemplateInstance filter(FilterEditor editor, int chosen);

    static native TemplateInstance filterCall(FilterEditor editor);
}
