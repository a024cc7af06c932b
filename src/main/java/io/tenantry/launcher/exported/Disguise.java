package io.tenantry.launcher.exported;

import static io.tenantry.launcher.exported.Exported.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Replaces personal details of a scenario: names, addresses, telephone numbers, ids and domains, the same by the same everywhere. What is
 * not known to be harmless is left out. Kept are organizational values that mappings and filters go by, such as department and country.
 */
final class Disguise {
    private static final Set<String> KEPT = Set.of(
            "accountEnabled",
            "ageGroup",
            "city",
            "consentProvidedForMinor",
            "country",
            "createdDateTime",
            "creationType",
            "department",
            "employeeType",
            "externalUserState",
            "externalUserStateChangeDateTime",
            "jobTitle",
            "officeLocation",
            "onPremisesSyncEnabled",
            "preferredLanguage",
            "showInAddressList",
            "state",
            "usageLocation",
            "userType");
    private static final Set<String> GROUP_KEPT = Set.of(
            "groupTypes",
            "isAssignableToRole",
            "mailEnabled",
            "membershipRule",
            "membershipRuleProcessingState",
            "securityEnabled",
            "visibility",
            "members",
            "owners");

    private final Pseudonyms names;

    Disguise(Pseudonyms names) {
        this.names = names;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> of(Map<String, Object> scenario) {
        List<Map<String, Object>> tenants = (List<Map<String, Object>>) scenario.get("tenants");
        tenants.forEach(tenant -> {
            names.organization(text(tenant, "displayName"), text(tenant, "initialDomain"));
            ((List<Object>) tenant.getOrDefault("verifiedDomains", List.of()))
                    .forEach(each -> names.domain((String) each));
            names.id(text(tenant, "id"));
            objects(tenant, "users").forEach(names::person);
            objects(tenant, "groups").forEach(each -> names.id(text(each, "id")));
            objects(tenant, "partners").forEach(each -> names.id(text(each, "tenantId")));
            objects(tenant, "synchronizationJobs").forEach(each -> names.id(text(each, "appId")));
        });
        List<Object> disguised = new ArrayList<>();
        tenants.forEach(tenant -> disguised.add(tenant(tenant)));
        return new LinkedHashMap<>(Map.of("tenants", disguised));
    }

    private Map<String, Object> tenant(Map<String, Object> tenant) {
        Set<String> operands = new java.util.HashSet<>();
        objects(tenant, "synchronizationJobs").forEach(job -> texts(job, operands));
        Map<String, Object> disguised = new LinkedHashMap<>();
        tenant.forEach((name, value) -> disguised.put(
                name,
                switch (name) {
                    case "users" ->
                        objects(tenant, name).stream()
                                .map(user -> user(user, operands))
                                .toList();
                    case "groups" ->
                        objects(tenant, name).stream().map(this::group).toList();
                    default -> everywhere(value, names::text);
                }));
        return disguised;
    }

    private Map<String, Object> user(Map<String, Object> user, Set<String> operands) {
        Pseudonyms.Person person = names.person(user);
        Map<String, Object> disguised = new LinkedHashMap<>();
        user.forEach((name, value) -> {
            Object replaced =
                    switch (name) {
                        case "id",
                                "manager",
                                "userPrincipalName",
                                "mail",
                                "otherMails",
                                "proxyAddresses",
                                "imAddresses",
                                "sponsors",
                                "onPremisesUserPrincipalName",
                                "onPremisesDomainName",
                                "identities" -> everywhere(value, names::text);
                        case "displayName" -> person.displayName();
                        case "givenName" -> person.givenName();
                        case "surname" -> person.surname();
                        case "mailNickname", "onPremisesSamAccountName" -> person.local();
                        case "mobilePhone", "faxNumber" -> names.telephone((String) value);
                        case "businessPhones" -> everywhere(value, names::telephone);
                        case "employeeId", "postalCode" -> names.digits((String) value);
                        case "streetAddress" -> names.digits((String) value).substring(0, 2) + " Harbour Street";
                        case "companyName" -> names.company((String) value);
                        case "onPremisesExtensionAttributes" -> everywhere(value, text -> operand(text, operands));
                        default ->
                            name.startsWith("extension_")
                                    ? everywhere(value, text -> operand(text, operands))
                                    : KEPT.contains(name) ? everywhere(value, names::text) : null;
                    };
            if (replaced != null) {
                disguised.put(name, replaced);
            }
        });
        return disguised;
    }

    private Map<String, Object> group(Map<String, Object> group) {
        Map<String, Object> disguised = new LinkedHashMap<>();
        group.forEach((name, value) -> {
            Object replaced =
                    switch (name) {
                        case "id", "mail", "proxyAddresses" -> everywhere(value, names::text);
                        case "displayName" -> names.group((String) value);
                        case "mailNickname" ->
                            names.group((String) value).replace(" ", "").toLowerCase(Locale.ROOT);
                        default -> GROUP_KEPT.contains(name) ? everywhere(value, names::text) : null;
                    };
            if (replaced != null) {
                disguised.put(name, replaced);
            }
        });
        return disguised;
    }

    /** What a filter asks for is kept: without it the filter would mean nothing. */
    private String operand(String text, Set<String> operands) {
        return operands.contains(text) ? text : "x" + names.digits(text);
    }

    private static void texts(Object value, Set<String> into) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> texts(each, into));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> texts(each, into));
        } else if (value instanceof String text) {
            into.add(text);
        }
    }

    private static Object everywhere(Object value, UnaryOperator<String> replacement) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> replaced = new LinkedHashMap<>();
            Exported.object(map).forEach((name, member) -> replaced.put(name, everywhere(member, replacement)));
            return replaced;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> everywhere(each, replacement)).toList();
        }
        return value instanceof String text ? replacement.apply(text) : value;
    }

    private static List<Map<String, Object>> objects(Map<String, Object> tenant, String name) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (tenant.get(name) instanceof List<?> list) {
            list.forEach(each -> objects.add(Exported.object((Map<?, ?>) each)));
        }
        return objects;
    }
}
