package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import java.util.ArrayList;
import java.util.List;

/** The jobs that take people out of a tenant, and those that bring some in. */
public record JobLists(List<JobRow> outgoing, List<JobRow> incoming) {
    static JobLists read(Reading reading, TenantHead head) {
        List<JobRow> outgoing = new ArrayList<>();
        head.jobs().forEach(each -> outgoing.add(JobRow.outgoing(each, head)));
        List<String> others =
                head.others().stream().map(each -> each.path("id").asText()).toList();
        List<JsonNode> lists = reading.all(others.stream()
                .map(each -> ApiCall.control("/_tenantry/tenants/" + each + "/jobs"))
                .toList());
        List<JobRow> incoming = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            for (JsonNode job : lists.get(i)) {
                if (job.path("target").asText("").equalsIgnoreCase(head.id())) {
                    incoming.add(JobRow.incoming(job, head, others.get(i)));
                }
            }
        }
        return new JobLists(outgoing, incoming);
    }
}
