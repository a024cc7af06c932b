package io.tenantry.launcher.exported;

import static io.tenantry.launcher.exported.Exported.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scenario that two exports make: the source with its people, policies and jobs, and the target that its job leads to. */
final class ScenarioDraft {
    private static final Pattern JOB = Pattern.compile("(?i)[a-z0-9]+\\.([0-9a-f]{32})\\.([0-9a-f-]{36})");
    private static final String COMPANY = "CompanyId";

    private final Exported source;
    private final Exported target;
    private final GraphProperties properties = new GraphProperties();
    private final List<String> remarks = new ArrayList<>();

    ScenarioDraft(Exported source, Exported target) {
        this.source = source;
        this.target = target;
    }

    /** What was taken over and what was left out, line by line. */
    List<String> remarks() {
        return remarks;
    }

    Map<String, Object> scenario() {
        String sourceId = sourceId();
        Optional<String> targetId = targetId(sourceId);
        List<Object> tenants = new ArrayList<>();
        Map<String, Object> home = new TenantDraft(source, properties, remarks).tenant("source", sourceId);
        partners(home, List.of(source, target), id -> !id.equals(sourceId));
        tenants.add(home);
        targetId.ifPresent(id -> {
            Map<String, Object> resource = new TenantDraft(target, properties, remarks).tenant("target", id);
            partners(resource, List.of(target, source), sourceId::equals);
            opened(home, id, "outboundAllowed", false);
            opened(resource, sourceId, "inboundAllowed", true);
            tenants.add(resource);
        });
        jobs(home, targetId.<Map<String, Object>>map(id -> Map.of(COMPANY, id)).orElse(Map.of()));
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("tenants", tenants);
        return scenario;
    }

    private String sourceId() {
        String known = text(source.organization, "id").toLowerCase(Locale.ROOT);
        if (!known.isEmpty()) {
            return known;
        }
        for (Map<String, Object> job : source.jobs.values()) {
            Matcher parts = JOB.matcher(text(job, "id"));
            if (parts.matches()) {
                return parts.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
            }
        }
        return made("source" + source.users.keySet());
    }

    private static String made(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Optional<String> targetId(String sourceId) {
        String known = text(target.organization, "id").toLowerCase(Locale.ROOT);
        if (!known.isEmpty()) {
            return Optional.of(known);
        }
        return source.secrets.values().stream()
                .flatMap(pairs -> secret(pairs, COMPANY).stream())
                .findFirst()
                .or(() -> source.partners.keySet().stream()
                        .filter(each -> !each.equals(sourceId))
                        .findFirst())
                .or(() -> source.schemas.isEmpty() ? Optional.empty() : Optional.of(made("target of " + sourceId)));
    }

    private static Optional<String> secret(List<Object> pairs, String key) {
        return pairs.stream()
                .map(each -> Exported.object((Map<?, ?>) each))
                .filter(each -> key.equalsIgnoreCase(text(each, "key")))
                .map(each -> text(each, "value").toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty() && !value.equals("*"))
                .findFirst();
    }

    private void partners(
            Map<String, Object> tenant, List<Exported> exports, java.util.function.Predicate<String> other) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        for (Exported each : exports) {
            each.partners.forEach((id, partner) -> {
                if (other.test(id)) {
                    found.computeIfAbsent(id, this::partner)
                            .putAll(fitting("crossTenantAccessPolicyConfigurationPartner", partner));
                }
            });
            each.synchronizationPolicies.forEach((id, policy) -> {
                if (other.test(id)) {
                    found.computeIfAbsent(id, this::partner)
                            .put("identitySynchronization", fitting("crossTenantIdentitySyncPolicyPartner", policy));
                }
            });
        }
        if (!found.isEmpty()) {
            tenant.put("partners", new ArrayList<>(found.values()));
        }
    }

    private Map<String, Object> partner(String tenantId) {
        Map<String, Object> partner = new LinkedHashMap<>();
        partner.put("tenantId", tenantId);
        return partner;
    }

    private Map<String, Object> fitting(String type, Map<String, Object> object) {
        Map<String, Object> fitting = TenantDraft.fitting(properties, type, object);
        fitting.remove("tenantId");
        fitting.remove("isInMultiTenantOrganization");
        return fitting;
    }

    /** Where the policy of a tenant was not exported, it lets the job through. */
    @SuppressWarnings("unchecked")
    private void opened(Map<String, Object> tenant, String partnerId, String consent, boolean synchronization) {
        List<Object> partners = (List<Object>) tenant.computeIfAbsent("partners", each -> new ArrayList<>());
        boolean known = partners.stream()
                .anyMatch(each ->
                        partnerId.equals(Exported.object((Map<?, ?>) each).get("tenantId")));
        if (!known) {
            Map<String, Object> partner = partner(partnerId);
            partner.put("automaticUserConsentSettings", Map.of(consent, true));
            if (synchronization) {
                partner.put("identitySynchronization", Map.of("userSyncInbound", Map.of("isSyncAllowed", true)));
            }
            partners.add(partner);
            remarks.add("the policy of tenant " + tenant.get("alias") + " for " + partnerId
                    + " was not exported: it is taken for open");
        }
    }

    /** @param secrets that are known whatever was exported */
    private void jobs(Map<String, Object> tenant, Map<String, Object> secrets) {
        Set<Path> places = new LinkedHashSet<>(source.schemas.keySet());
        if (places.isEmpty()) {
            places.addAll(source.jobs.isEmpty() ? source.secrets.keySet() : source.jobs.keySet());
        }
        List<Object> jobs = new ArrayList<>();
        for (Path place : places) {
            jobs.add(new JobDraft(source, place, places.size() == 1).job(tenant, secrets, remarks));
        }
        if (!jobs.isEmpty()) {
            tenant.put("synchronizationJobs", jobs);
        }
    }
}
