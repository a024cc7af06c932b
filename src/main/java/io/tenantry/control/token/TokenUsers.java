package io.tenantry.control.token;

import io.tenantry.control.ControlError;
import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.directory.role.Roles;
import io.tenantry.family.GraphNames;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.issue.UserToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/** The signed-in user of a delegated token. */
@ApplicationScoped
class TokenUsers {
    /** That stands for all. */
    static final String EVERY_ROLE = "Global Administrator";

    private final Store store;
    private final GraphNames names;

    TokenUsers(Store store, GraphNames names) {
        this.store = store;
        this.names = names;
    }

    /** A user of the directory, by UPN or id, with the roles that it holds. */
    UserToken.Person stored(Tenant tenant, String name) {
        return stored(tenant, name, (session, user) -> Roles.heldBy(session, user.id()));
    }

    /** A user of the directory, by UPN or id, as if it held these roles. */
    UserToken.Person stored(Tenant tenant, String name, List<String> roles) {
        return stored(tenant, name, (session, user) -> templates(roles));
    }

    private UserToken.Person stored(Tenant tenant, String name, BiFunction<Session, Entity, Collection<String>> held) {
        return store.read(tenant, session -> {
            Entity user = session.findBy("user", "userPrincipalName", name)
                    .or(() -> session.find("user", Ids.canonical(name)))
                    .orElseThrow(
                            () -> ControlError.badRequest("user", "there is no user '" + name + "' in this tenant"));
            List<String> templates = new ArrayList<>(held.apply(session, user));
            if ("Guest".equals(user.text("userType"))) {
                templates.add(DirectoryRoleTemplates.GUEST_USER);
            }
            return UserToken.Person.of(user, templates, null);
        });
    }

    /** A member user that is in no directory: the token says who it is, and so outlives a reset. The same roles are the same user. */
    UserToken.Person madeUp(Tenant tenant, List<String> roles) {
        List<String> templates = templates(roles);
        String id = Ids.derived(tenant.id() + "/member/"
                + String.join(",", templates.stream().sorted().toList()));
        String name = roles.isEmpty() ? "Member" : String.join(" and ", roles);
        return UserToken.Person.madeUp(
                id, "member-" + id.substring(0, 8) + "@" + tenant.initialDomain(), name, templates);
    }

    private List<String> templates(List<String> roles) {
        List<String> ids = new ArrayList<>();
        for (String role : roles) {
            ids.add(names.roleTemplateId(role)
                    .orElseThrow(() -> ControlError.badRequest(
                            "directoryRoles[" + ids.size() + "]", "there is no directory role '" + role + "'")));
        }
        return ids;
    }
}
