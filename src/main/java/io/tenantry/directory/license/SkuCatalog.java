package io.tenantry.directory.license;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Product ids and service plans of known subscriptions (directory.md §12; product names and service plan reference). */
public final class SkuCatalog {
    /** A plan within a product. */
    public record Plan(String id, String name) {}

    private static final Plan P1 = new Plan("41781fb2-bc02-4b7c-bd55-b576c07bb09d", "AAD_PREMIUM");
    private static final Plan P2 = new Plan("eec0eb4f-6444-4f95-aba0-50c24d67f998", "AAD_PREMIUM_P2");
    private static final Plan MFA = new Plan("8a256a2b-b617-496d-b51b-e76466e88db0", "MFA_PREMIUM");
    private static final Plan EXCHANGE = new Plan("efb87545-963c-4e0d-99df-69c6916d9eb0", "EXCHANGE_S_ENTERPRISE");
    private static final Plan SHAREPOINT = new Plan("5dbe027f-2339-4123-9542-606e4d348a72", "SHAREPOINTENTERPRISE");
    private static final Plan TEAMS = new Plan("57ff2da0-773e-42df-b2af-ffb7a2317929", "TEAMS1");
    private static final Plan INTUNE = new Plan("c1ec4a95-1f05-45b3-a911-aa3fa01094f5", "INTUNE_A");
    private static final Plan GOVERNANCE =
            new Plan("e866a266-3cff-43a3-acca-0c90a7e00c8b", "Entra_Identity_Governance");
    private static final Plan INTERNET_ACCESS =
            new Plan("8d23cb83-ab07-418f-8517-d7aca77307dc", "Entra_Premium_Internet_Access");
    private static final Plan PRIVATE_ACCESS =
            new Plan("f057aab1-b184-49b2-85c0-881b02a405c5", "Entra_Premium_Private_Access");

    private static final Map<String, String> IDS = Map.of(
            "AAD_PREMIUM", "078d2b04-f1bd-4111-bbd4-b4b1b354cef4",
            "AAD_PREMIUM_P2", "84a661c4-e949-4bd2-a560-ed7766fcaf2b",
            "SPE_E3", "05e9a617-0261-4cee-bb44-138d3ef5d965",
            "SPE_E5", "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
            "ENTERPRISEPREMIUM", "c7df2760-2c81-4ef7-b578-5b5392b571df",
            "MICROSOFT_ENTRA_ID_GOVERNANCE", "e866a266-3cff-43a3-acca-0c90a7e00c8b",
            "ENTRA_SUITE", "f9602137-2203-447b-9fff-41b36e08ce5d");

    private static final Map<String, List<Plan>> PLANS = Map.of(
            "AAD_PREMIUM", List.of(P1, MFA),
            "AAD_PREMIUM_P2", List.of(P2, P1, MFA),
            "SPE_E3", List.of(P1, MFA, INTUNE, EXCHANGE, SHAREPOINT, TEAMS),
            "SPE_E5", List.of(P2, P1, MFA, INTUNE, EXCHANGE, SHAREPOINT, TEAMS),
            "ENTERPRISEPREMIUM", List.of(EXCHANGE, SHAREPOINT, TEAMS),
            "MICROSOFT_ENTRA_ID_GOVERNANCE", List.of(GOVERNANCE),
            "ENTRA_SUITE", List.of(P2, P1, MFA, GOVERNANCE, INTERNET_ACCESS, PRIVATE_ACCESS));

    private static final Map<String, String> SERVICES = Map.of(
            "EXCHANGE_S_ENTERPRISE", "exchange",
            "SHAREPOINTENTERPRISE", "SharePoint",
            "TEAMS1", "TeamspaceAPI",
            "INTUNE_A", "SCO",
            "MFA_PREMIUM", "MultiFactorService");

    private SkuCatalog() {}

    /** The product's id; one derived from the name where the product is not known. */
    public static String skuId(String partNumber) {
        String key = key(partNumber);
        return IDS.getOrDefault(key, derived(key));
    }

    /** The product's plans; one plan of the product's own name where it is not known. */
    public static List<Plan> plans(String partNumber) {
        String key = key(partNumber);
        return PLANS.getOrDefault(key, List.of(new Plan(derived("plan " + key), partNumber)));
    }

    /** The service that a plan switches on, as {@code assignedPlans} names it. */
    public static String service(String planName) {
        return SERVICES.getOrDefault(planName, "AADPremiumService");
    }

    private static String key(String partNumber) {
        return partNumber.toUpperCase(Locale.ROOT);
    }

    private static String derived(String name) {
        return UUID.nameUUIDFromBytes(("sku " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
