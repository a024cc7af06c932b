package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands at the head of every page of a tenant.
 *
 * @param jobs as the control API tells them
 * @param tab which of the pages it is
 */
public record TenantHead(
        String id,
        String name,
        String alias,
        List<String> domains,
        String cloud,
        Counts counts,
        JsonNode jobs,
        List<JsonNode> tenants,
        TenantTab tab) {
    /**
     * Reads it.
     *
     * @throws io.tenantry.console.api.ApiRefused where there is no such tenant
     */
    static TenantHead read(Reading reading, String tenant, TenantTab tab) {
        List<ApiCall> calls = new ArrayList<>();
        calls.add(ApiCall.control("/_tenantry/tenants"));
        calls.add(ApiCall.control("/_tenantry/tenants/" + UrlText.encoded(tenant) + "/jobs"));
        calls.addAll(Counts.calls(tenant));
        List<JsonNode> read = reading.all(calls);
        List<JsonNode> tenants = new ArrayList<>();
        read.get(0).forEach(tenants::add);
        JsonNode own = tenants.stream()
                .filter(each -> isNamed(each, tenant))
                .findFirst()
                .orElseThrow();
        return new TenantHead(
                own.path("id").asText(),
                own.path("displayName").asText(),
                own.path("alias").asText(""),
                domains(own),
                own.path("cloud").asText(),
                Counts.of(read.subList(2, read.size())),
                read.get(1),
                tenants,
                tab);
    }

    private static boolean isNamed(JsonNode tenant, String name) {
        return tenant.path("id").asText().equalsIgnoreCase(name)
                || tenant.path("alias").asText("").equalsIgnoreCase(name)
                || domains(tenant).stream().anyMatch(name::equalsIgnoreCase);
    }

    static List<String> domains(JsonNode tenant) {
        List<String> domains = new ArrayList<>();
        domains.add(tenant.path("initialDomain").asText());
        tenant.path("verifiedDomains").forEach(each -> domains.add(each.asText()));
        return domains;
    }

    public TenantTab[] tabs() {
        return TenantTab.values();
    }

    public String href(TenantTab to) {
        return href() + to.path();
    }

    public String href() {
        return Section.TENANTS.href() + "/" + id;
    }

    public String logs() {
        return Section.LOGS.href() + "?tenant=" + id;
    }

    /** All other tenants of the server. */
    public List<JsonNode> others() {
        return tenants.stream()
                .filter(each -> !each.path("id").asText().equals(id))
                .toList();
    }

    String nameOf(String tenant) {
        return tenants.stream()
                .filter(each -> each.path("id").asText().equals(tenant))
                .map(each -> each.path("displayName").asText())
                .findFirst()
                .orElse(tenant);
    }
}
