package io.tenantry.directory.role;

import static java.util.function.Function.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The built-in directory roles (directory.md §13.1). */
public final class DirectoryRoleTemplates {
    /** Implicit roles: each user holds exactly one of them, without assignment. */
    public static final String USER = "a0b1b346-4d3e-4e8b-98f8-753987be4970";

    public static final String GUEST_USER = "10dae51f-b6af-4016-8d66-8c2a99b929b3";
    public static final String RESTRICTED_GUEST_USER = "2af84b1e-32c8-42b7-82bc-daa82404023b";

    private static final Set<String> IMPLICIT = Set.of(USER, GUEST_USER, RESTRICTED_GUEST_USER);

    private static final List<DirectoryRoleTemplate> ALL = List.of(
            role(
                    "Global Administrator",
                    Roles.GLOBAL_ADMINISTRATOR,
                    "Can manage all aspects of Microsoft Entra ID and Microsoft services that use Microsoft Entra identities."),
            role(
                    "Global Reader",
                    "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
                    "Can read everything that a Global Administrator can, but not update anything."),
            role(
                    "Security Administrator",
                    "194ae4cb-b126-40b2-bd5b-6091b380977d",
                    "Can read security information and reports, and manage configuration in Microsoft Entra ID and Office 365."),
            role(
                    "Security Reader",
                    "5d6b6bb7-de71-4623-b4af-96380a352509",
                    "Can read security information and reports in Microsoft Entra ID and Office 365."),
            role("Security Operator", "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f", "Can create and manage security events."),
            role("Reports Reader", Roles.REPORTS_READER, "Can read sign-in and audit reports."),
            role(
                    "Hybrid Identity Administrator",
                    "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2",
                    "Can manage Active Directory to Microsoft Entra cloud provisioning, Microsoft Entra Connect and federation settings."),
            role(
                    "User Administrator",
                    Roles.USER_ADMINISTRATOR,
                    "Can manage all aspects of users and groups, including resetting passwords for limited admins."),
            role(
                    "Application Administrator",
                    Roles.APPLICATION_ADMINISTRATOR,
                    "Can create and manage all aspects of app registrations and enterprise apps."),
            role(
                    "Cloud Application Administrator",
                    Roles.CLOUD_APPLICATION_ADMINISTRATOR,
                    "Can create and manage all aspects of app registrations and enterprise apps except App Proxy."),
            role(
                    "Privileged Role Administrator",
                    Roles.PRIVILEGED_ROLE_ADMINISTRATOR,
                    "Can manage role assignments in Microsoft Entra ID, and all aspects of Privileged Identity Management."),
            role(
                    "Privileged Authentication Administrator",
                    Roles.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
                    "Can access to view, set and reset authentication method information for any user (admin or non-admin)."),
            role(
                    "Directory Readers",
                    Roles.DIRECTORY_READERS,
                    "Can read basic directory information. Commonly used to grant directory read access to applications and guests."),
            role(
                    "Directory Writers",
                    "9360feb5-f418-4baa-8175-e2a00bac4301",
                    "Can read and write basic directory information. For granting access to applications, not intended for users."),
            role(
                    "Directory Synchronization Accounts",
                    "d29b2b05-8046-44ba-8758-1e26182fcf32",
                    "Only used by Microsoft Entra Connect service."),
            role(
                    "Guest Inviter",
                    Roles.GUEST_INVITER,
                    "Can invite guest users independent of the 'members can invite guests' setting."),
            role(
                    "Groups Administrator",
                    Roles.GROUPS_ADMINISTRATOR,
                    "Members of this role can create/manage groups, create/manage groups settings like naming and expiration"
                            + " policies, and view groups activity and audit reports."),
            role(
                    "Helpdesk Administrator",
                    Roles.HELPDESK_ADMINISTRATOR,
                    "Can reset passwords for non-administrators and Helpdesk Administrators."),
            role(
                    "Authentication Administrator",
                    "c4e39bd9-1100-46d3-8c65-fb160da0071f",
                    "Can access to view, set and reset authentication method information for any non-admin user."),
            role(
                    "Password Administrator",
                    Roles.PASSWORD_ADMINISTRATOR,
                    "Can reset passwords for non-administrators and Password Administrators."),
            role(
                    "License Administrator",
                    "4d6ac14f-3453-41d0-bef9-a3e0c569773a",
                    "Can manage product licenses on users and groups."),
            role(
                    "Domain Name Administrator",
                    "8329153b-31d0-4727-b945-745eb3bc5f31",
                    "Can manage domain names in cloud and on-premises."),
            role(
                    "Conditional Access Administrator",
                    "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
                    "Can manage Conditional Access capabilities."),
            role(
                    "External Identity Provider Administrator",
                    "be2f45a1-457d-42af-a067-6ec1fa63bc45",
                    "Can configure identity providers for use in direct federation."),
            role(
                    "Identity Governance Administrator",
                    "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e",
                    "Manage access using Microsoft Entra ID for identity governance scenarios."),
            role(
                    "Lifecycle Workflows Administrator",
                    "59d46f88-662b-457b-bceb-5c3809e5908f",
                    "Create and manage all aspects of workflows and tasks associated with Lifecycle Workflows in Microsoft Entra ID."),
            role(
                    "Teams Administrator",
                    "69091246-20e8-4a56-aa4d-066075b2a7a8",
                    "Can manage the Microsoft Teams service."),
            role(
                    "Exchange Administrator",
                    "29232cdf-9323-42fd-ade2-1d097af3e4de",
                    "Can manage all aspects of the Exchange product."),
            role(
                    "SharePoint Administrator",
                    "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
                    "Can manage all aspects of the SharePoint service."),
            role(
                    "Intune Administrator",
                    "3a2c62db-5318-420d-8d74-23affee5d9d5",
                    "Can manage all aspects of the Intune product."),
            role(
                    "Attribute Assignment Administrator",
                    "58a13ea3-c632-46ae-9ee0-9c0d43cd7f3d",
                    "Assign custom security attribute keys and values to supported Microsoft Entra objects."),
            role(
                    "Attribute Assignment Reader",
                    "ffd52fa5-98dc-465c-991d-fc073eb59f8f",
                    "Read custom security attribute keys and values for supported Microsoft Entra objects."),
            role(
                    "Attribute Provisioning Administrator",
                    "ecb2c6bf-0ab6-418e-bd87-7986f8d63bbe",
                    "Read and edit the provisioning configuration of all active custom security attributes for an application."),
            role(
                    "Attribute Provisioning Reader",
                    "422218e4-db15-4ef9-bbe0-8afb41546d79",
                    "Read the provisioning configuration of all active custom security attributes for an application."),
            role(
                    "Compliance Administrator",
                    "17315797-102d-40b4-93e0-432062caca18",
                    "Can read and manage compliance configuration and reports in Microsoft Entra ID and Microsoft 365."),
            role(
                    "Billing Administrator",
                    "b0f54661-2d74-4c50-afa3-1ec803f12efe",
                    "Can perform common billing related tasks like updating payment information."),
            role(
                    "Authentication Policy Administrator",
                    "0526716b-113d-4c15-b2c8-68e3c22b9f80",
                    "Can create and manage the authentication methods policy, tenant-wide MFA settings, password protection policy,"
                            + " and verifiable credentials."),
            role(
                    "Tenant Creator",
                    "112ca1a2-15ad-4102-995e-45b0bc479a6a",
                    "Create new Microsoft Entra or Azure AD B2C tenants."),
            role(
                    "Application Developer",
                    "cf1c38e5-3621-4004-a7cb-879624dced7c",
                    "Can create application registrations independent of the 'Users can register applications' setting."),
            role(
                    "Service Support Administrator",
                    "f023fd81-a637-4b56-95fd-791ac0226033",
                    "Can read service health information and manage support tickets."),
            // not in the table of directory.md §13.1; named by the cross-tenant access policy pages, id from the
            // permissions
            // reference
            role(
                    "Global Secure Access Administrator",
                    "ac434307-12b9-4fa1-a708-88bf58caabc1",
                    "Create and manage all aspects of Microsoft Entra Internet Access and Microsoft Entra Private Access,"
                            + " including managing access to public and private endpoints."),
            role("User", USER, "Default role for member users. Cannot be assigned."),
            role(
                    "Guest User",
                    GUEST_USER,
                    "Default role for guest users. Can read a limited set of directory information."),
            role(
                    "Restricted Guest User",
                    RESTRICTED_GUEST_USER,
                    "Restricted role for guest users. Can read a limited set of directory information."));

    private static final Map<String, DirectoryRoleTemplate> BY_ID =
            ALL.stream().collect(Collectors.toMap(DirectoryRoleTemplate::templateId, identity()));
    private static final Map<String, DirectoryRoleTemplate> BY_NAME =
            ALL.stream().collect(Collectors.toMap(role -> role.displayName().toLowerCase(Locale.ROOT), identity()));

    private DirectoryRoleTemplates() {}

    public static List<DirectoryRoleTemplate> all() {
        return ALL;
    }

    public static boolean implicit(String templateId) {
        return IMPLICIT.contains(templateId);
    }

    public static Optional<DirectoryRoleTemplate> byTemplateId(String templateId) {
        return Optional.ofNullable(BY_ID.get(templateId.toLowerCase(Locale.ROOT)));
    }

    /** By display name, in any case. */
    public static Optional<DirectoryRoleTemplate> byName(String displayName) {
        return Optional.ofNullable(BY_NAME.get(displayName.toLowerCase(Locale.ROOT)));
    }

    private static DirectoryRoleTemplate role(String displayName, String templateId, String description) {
        return new DirectoryRoleTemplate(templateId, displayName, description);
    }
}
