package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.Required;
import io.tenantry.error.GraphError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What a federated identity credential must and may hold (federatedidentitycredential). */
final class FederatedIdentityValues {
    private static final String RESOURCE = "FederatedIdentityCredential";
    private static final int LENGTH = 600;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,119}");

    private FederatedIdentityValues() {}

    static void check(ObjectNode credential) {
        for (String property : new String[] {"name", "issuer"}) {
            if (Required.missing(credential, property)) {
                throw DirectoryErrors.valueRequired(property, RESOURCE);
            }
        }
        checkSubject(credential);
        checkAudiences(credential.path("audiences"));
        if (!NAME.matcher(credential.get("name").asText()).matches()) {
            throw invalid("name");
        }
        checkIssuer(credential.get("issuer").asText());
        for (String property : new String[] {"issuer", "subject", "description"}) {
            if (credential.path(property).asText().length() > LENGTH) {
                throw invalid(property);
            }
        }
    }

    /** One subject, or an expression over the claims (beta). */
    private static void checkSubject(ObjectNode credential) {
        boolean subject = !Required.missing(credential, "subject");
        JsonNode expression = credential.path("claimsMatchingExpression");
        if (!subject && !expression.isObject()) {
            throw DirectoryErrors.valueRequired("subject", RESOURCE);
        }
        boolean complete = expression.path("languageVersion").asInt() == 1
                && !expression.path("value").asText("").isBlank()
                && expression.path("value").asText().length() <= LENGTH;
        if (expression.isObject() && (subject || !complete)) {
            throw invalid("claimsMatchingExpression");
        }
    }

    private static void checkAudiences(JsonNode audiences) {
        if (audiences.isEmpty()) {
            throw DirectoryErrors.valueRequired("audiences", RESOURCE);
        }
        String audience = audiences.get(0).asText("");
        if (audiences.size() > 1 || audience.isBlank() || audience.length() > LENGTH) {
            throw invalid("audiences");
        }
    }

    private static void checkIssuer(String issuer) {
        try {
            URI uri = new URI(issuer);
            if (uri.isAbsolute() && uri.getScheme().matches("(?i)https?") && uri.getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            throw invalid("issuer");
        }
        throw invalid("issuer");
    }

    private static GraphError invalid(String property) {
        return ApplicationErrors.federated(
                "Invalid value specified for property '" + property + "' of resource '" + RESOURCE + "'.");
    }
}
