package io.tenantry.directory;

import java.util.List;
import java.util.Optional;

/** The built-in directory roles. */
public final class DirectoryRoleTemplates {
    private static final List<DirectoryRoleTemplate> ALL = List.of(
            role("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
            role("194ae4cb-b126-40b2-bd5b-6091b380977d", "Security Administrator"),
            role("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2", "Hybrid Identity Administrator"),
            role("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"),
            role("95e79109-95c0-4d8e-aee3-d01accf2d47b", "Guest Inviter"));

    private DirectoryRoleTemplates() {}

    private static DirectoryRoleTemplate role(String templateId, String displayName) {
        return new DirectoryRoleTemplate(templateId, displayName, displayName);
    }

    public static List<DirectoryRoleTemplate> all() {
        return ALL;
    }

    public static Optional<DirectoryRoleTemplate> byName(String displayName) {
        return ALL.stream()
                .filter(role -> role.displayName().equalsIgnoreCase(displayName))
                .findFirst();
    }

    public static Optional<DirectoryRoleTemplate> byTemplateId(String templateId) {
        return ALL.stream()
                .filter(role -> role.templateId().equalsIgnoreCase(templateId))
                .findFirst();
    }
}
