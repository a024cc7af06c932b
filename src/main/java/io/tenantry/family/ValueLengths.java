package io.tenantry.family;

import java.util.Map;

/** How long the texts of directory objects may be (directory.md §3.2, §7.1, §11): neither written nor compared with longer ones. */
public final class ValueLengths {
    private static final int DISPLAY_NAME = 256;
    private static final int EXTENSION = 256;
    private static final int GUID = 36;

    private static final Map<String, Integer> OF_USERS = Map.ofEntries(
            Map.entry("id", GUID),
            Map.entry("displayName", DISPLAY_NAME),
            Map.entry("givenName", 64),
            Map.entry("surname", 64),
            Map.entry("jobTitle", 128),
            Map.entry("department", 64),
            Map.entry("companyName", 64),
            Map.entry("city", 128),
            Map.entry("state", 128),
            Map.entry("country", 128),
            Map.entry("streetAddress", 1024),
            Map.entry("postalCode", 40),
            Map.entry("employeeId", 16),
            Map.entry("mobilePhone", 64),
            Map.entry("businessPhones", 64),
            Map.entry("officeLocation", 128),
            Map.entry("mailNickname", 64),
            Map.entry("onPremisesExtensionAttributes", 1024),
            // 113, and the id that stands before the name of a deleted user
            Map.entry("userPrincipalName", 145));
    private static final Map<String, Integer> OF_GROUPS = Map.of(
            "id", GUID, "displayName", DISPLAY_NAME, "description", 1024, "mailNickname", 64, "membershipRule", 3072);
    private static final Map<String, Integer> OF_APPLICATIONS =
            Map.of("id", GUID, "appId", GUID, "displayName", DISPLAY_NAME);
    private static final Map<String, Map<String, Integer>> LONGEST = Map.of(
            "user", OF_USERS,
            "group", OF_GROUPS,
            "application", OF_APPLICATIONS,
            "servicePrincipal", OF_APPLICATIONS,
            "directoryObject", OF_USERS);

    private ValueLengths() {}

    /** In characters, {@link Integer#MAX_VALUE} where none is known. */
    public static int of(String type, String property) {
        int otherwise = property.startsWith("extension_") ? EXTENSION : Integer.MAX_VALUE;
        return LONGEST.getOrDefault(type, Map.of()).getOrDefault(property, otherwise);
    }
}
