package io.tenantry.family;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What Graph calls things: asked where names come in by other ways than Graph requests, in scenario files and in the control API. */
public interface GraphNames {
    /**
     * What is wrong with a property of an object.
     *
     * @param type of the Edm: {@code user}, {@code group}, {@code crossTenantAccessPolicyConfigurationPartner}
     * @return words that can follow the property's path; empty where name and value fit the Edm
     */
    Optional<String> mistake(String type, String property, JsonNode value);

    /** A value that fits, as it is stored: instants in UTC, GUIDs in lower case. */
    JsonNode canonical(String type, String property, JsonNode value);

    /** What is wrong with a synchronization schema, in words; empty where a job could have it. */
    Optional<String> schemaMistake(JsonNode schema);

    /** What is wrong with the key of a synchronization secret; empty where there is such a key. */
    Optional<String> secretMistake(String key);

    /** Whether Graph has an application permission or delegated scope of this name. */
    boolean isPermission(String name);

    /** Template id of a built-in directory role by its display name. */
    Optional<String> roleTemplateId(String role);

    /** Id of a licence by its part number. */
    Optional<String> skuId(String partNumber);
}
