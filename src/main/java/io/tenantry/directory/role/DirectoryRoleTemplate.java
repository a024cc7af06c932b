package io.tenantry.directory.role;

/** A built-in directory role; the id of the template is also the id of its role definition (directory.md §13.1). */
public record DirectoryRoleTemplate(String templateId, String displayName, String description) {}
