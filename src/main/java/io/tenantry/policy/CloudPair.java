package io.tenantry.policy;

import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import java.util.Map;
import java.util.Set;

/** The clouds of two tenants, and what is synchronized from one into the other (provisioning-engine.md §12). */
public record CloudPair(String from, String to) {
    private static final String GOVERNMENT = "usgov";
    private static final Map<String, String> ENDPOINTS = Map.of(
            "global", "microsoftonline.com", GOVERNMENT, "microsoftonline.us", "china", "partner.microsoftonline.cn");
    private static final Set<CloudPair> CROSSING = Set.of(
            new CloudPair("global", GOVERNMENT), new CloudPair(GOVERNMENT, "global"), new CloudPair("global", "china"));

    public static CloudPair of(Tenant source, Tenant target) {
        return new CloudPair(source.cloud(), target.cloud());
    }

    /** The name by which policies know a cloud, behind {@code login.} its authority. */
    public static String endpoint(String cloud) {
        return ENDPOINTS.get(cloud);
    }

    public boolean oneCloud() {
        return from.equals(to);
    }

    /** Whether users are synchronized this way at all. */
    public boolean served() {
        return oneCloud() || CROSSING.contains(this);
    }

    /** Groups stay in their cloud. */
    public boolean carriesGroups() {
        return oneCloud();
    }

    /** Managers stay in their cloud too, and the government's has none. */
    public boolean carriesManagers() {
        return oneCloud() && !from.equals(GOVERNMENT);
    }

    /** Whether the session's tenant is open to another cloud: a setting of the root of its policy. */
    public static boolean opens(Session session, String cloud) {
        return PolicyObjects.single(session, PolicyObjects.POLICY)
                .filter(policy -> policy.texts("allowedCloudEndpoints").contains(endpoint(cloud)))
                .isPresent();
    }
}
