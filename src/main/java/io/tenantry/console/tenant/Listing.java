package io.tenantry.console.tenant;

import java.util.Arrays;
import java.util.List;

/** What the objects of a tenant are listed by, one collection of Graph each. */
enum Listing {
    PEOPLE(
            TenantTab.PEOPLE,
            "users",
            List.of("displayName", "userPrincipalName", "mail"),
            "id,displayName,userPrincipalName,userType,creationType,accountEnabled,jobTitle,department",
            List.of("Name", "User principal name", "Kind", "Job", "Department"),
            "Name, user principal name, mail or id"),
    GROUPS(
            TenantTab.GROUPS,
            "groups",
            List.of("displayName", "mailNickname"),
            "id,displayName,groupTypes,mailEnabled,securityEnabled,membershipRule,description",
            List.of("Name", "Kind", "Description"),
            "Name or id"),
    APPLICATIONS(
            TenantTab.APPLICATIONS,
            "servicePrincipals",
            List.of("displayName"),
            "id,displayName,appId,servicePrincipalType",
            List.of("Name", "Application id", "Kind"),
            "Name or id");

    final TenantTab tab;
    final String collection;
    final List<String> searched;
    final String selected;
    final List<String> columns;
    final String hint;

    Listing(
            TenantTab tab,
            String collection,
            List<String> searched,
            String selected,
            List<String> columns,
            String hint) {
        this.tab = tab;
        this.collection = collection;
        this.searched = searched;
        this.selected = selected;
        this.columns = columns;
        this.hint = hint;
    }

    /** That of a collection; of an unknown one the people. */
    static Listing of(String collection) {
        return Arrays.stream(values())
                .filter(each -> each.collection.equals(collection))
                .findFirst()
                .orElse(PEOPLE);
    }
}
