package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.format.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Values of applications and service principals that Graph keeps as text but takes from lists (field-findings.md §3). */
final class ApplicationValues {
    private static final String RESOURCE = "Application";
    private static final String MINE = "AzureADMyOrg";
    private static final Set<String> PERSONAL =
            Set.of("AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount");
    private static final Set<String> OF_ORGANIZATIONS = Set.of(MINE, "AzureADMultipleOrgs");
    private static final Set<String> CLAIMS =
            Set.of("None", "SecurityGroup", "ApplicationGroup", "DirectoryRole", "All");
    private static final Set<String> AGE_RULES = Set.of(
            "Allow",
            "RequireConsentForPrivacyServices",
            "RequireConsentForMinors",
            "RequireConsentForKids",
            "BlockMinors");
    private static final Set<String> ACCESS = Set.of("Scope", "Role");
    private static final Set<String> SIGN_ON = Set.of("password", "saml", "notSupported", "oidc", "external");

    private ApplicationValues() {}

    static void check(ObjectNode application) {
        checkAudience(application);
        checkClaims(application.path("groupMembershipClaims").asText(""));
        oneOf(application.path("parentalControlSettings").path("legalAgeGroupRule"), AGE_RULES, "legalAgeGroupRule");
        for (String platform : List.of("web", "spa", "publicClient")) {
            RedirectUris.check(application.path(platform).path("redirectUris"), "redirectUris", RESOURCE);
        }
        application.path("requiredResourceAccess").forEach(ApplicationValues::checkAccess);
    }

    static void checkPrincipal(ObjectNode principal) {
        RedirectUris.check(principal.path("replyUrls"), "replyUrls", "ServicePrincipal");
        JsonNode mode = principal.path("preferredSingleSignOnMode");
        if (mode.isTextual() && !SIGN_ON.contains(mode.asText())) {
            throw DirectoryErrors.invalidValue("preferredSingleSignOnMode", "ServicePrincipal");
        }
    }

    /** Personal accounts are known to tokens of version 2 only. */
    private static void checkAudience(ObjectNode application) {
        String audience = application.path("signInAudience").asText(MINE);
        boolean personal = PERSONAL.contains(audience);
        if (!personal && !OF_ORGANIZATIONS.contains(audience)) {
            throw DirectoryErrors.invalidValue("signInAudience", RESOURCE);
        }
        JsonNode version = application.path("api").path("requestedAccessTokenVersion");
        int asked = version.isInt() ? version.asInt() : 1;
        if (personal ? asked != 2 : asked != 1 && asked != 2) {
            throw ApplicationErrors.invalidTokenVersion();
        }
    }

    /** Several stand in one text, separated by commas. */
    private static void checkClaims(String claims) {
        if (!claims.isEmpty()
                && !Arrays.stream(claims.split(",", -1)).map(String::strip).allMatch(CLAIMS::contains)) {
            throw DirectoryErrors.invalidValue("groupMembershipClaims", RESOURCE);
        }
    }

    private static void checkAccess(JsonNode required) {
        JsonNode access = required.path("resourceAccess");
        boolean fits = Ids.isGuid(required.path("resourceAppId").asText(""))
                && !access.isEmpty()
                && access.valueStream()
                        .allMatch(each -> each.hasNonNull("id")
                                && ACCESS.contains(each.path("type").asText()));
        if (!fits) {
            throw DirectoryErrors.invalidValue("requiredResourceAccess", RESOURCE);
        }
    }

    private static void oneOf(JsonNode value, Set<String> known, String property) {
        if (value.isTextual() && !known.contains(value.asText())) {
            throw DirectoryErrors.invalidValue(property, RESOURCE);
        }
    }
}
