package io.tenantry.family;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Ids;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A few names of Graph, enough to tell known from unknown. */
public class KnownNames implements GraphNames {
    public static final String SECURITY_ADMINISTRATOR = "194ae4cb-b126-40b2-bd5b-6091b380977d";

    private static final Map<String, String> ROLES = Map.of(
            "Security Administrator", SECURITY_ADMINISTRATOR,
            "Global Administrator", "62e90394-69f5-4237-9190-012177145e10",
            "Hybrid Identity Administrator", "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2");
    private static final Set<String> TEXTS =
            Set.of("mail", "department", "jobTitle", "mailNickname", "city", "description", "membershipRule");
    private static final Set<String> FLAGS = Set.of("accountEnabled", "mailEnabled", "securityEnabled");

    @Override
    public Optional<String> mistake(String type, String property, JsonNode value) {
        if (type.startsWith("crossTenant")) {
            return property.endsWith("Inbound") ? Optional.empty() : Optional.of("a " + type + " has no such property");
        }
        if (TEXTS.contains(property)) {
            return value.isNull() || value.isTextual() ? Optional.empty() : Optional.of("must be text");
        }
        if (FLAGS.contains(property)) {
            return value.isBoolean() ? Optional.empty() : Optional.of("must be true or false");
        }
        return Optional.of("a " + type + " has no such property");
    }

    @Override
    public JsonNode canonical(String type, String property, JsonNode value) {
        return value;
    }

    @Override
    public boolean isPermission(String name) {
        return Set.of("User.Read.All", "User.ReadWrite.All", "Policy.Read.All").contains(name);
    }

    @Override
    public Optional<String> roleTemplateId(String role) {
        return Optional.ofNullable(ROLES.get(role));
    }

    @Override
    public Optional<String> skuId(String partNumber) {
        return Set.of("AAD_PREMIUM_P2", "ENTRA_SUITE").contains(partNumber)
                ? Optional.of(Ids.derived("sku/" + partNumber))
                : Optional.empty();
    }

    @Override
    public Optional<String> schemaMistake(JsonNode schema) {
        return schema.has("synchronizationRules") ? Optional.empty() : Optional.of("is no schema of a job");
    }

    @Override
    public Optional<String> secretMistake(String key) {
        return key.equals("SyncAll") ? Optional.empty() : Optional.of("there is no secret '" + key + "'");
    }
}
