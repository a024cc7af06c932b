package io.tenantry.token.permission;

import io.tenantry.error.GraphError;
import io.tenantry.family.Access;
import io.tenantry.family.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Decides whether a caller may use an operation: application permissions of app-only tokens; scope and directory role together of
 * delegated ones (directory.md §20.1). Directory roles of a service principal open what the table names them for (token-service.md §8.1).
 */
@Singleton
public class Permissions implements Access {
    private static final Logger LOG = Logger.getLogger(Permissions.class);
    /** Paths can be nested without end; their notes must not. */
    private static final int NOTES = 1000;

    private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "PUT", "DELETE");

    private final PermissionTable table;
    private final NamedObject named;
    private final Set<String> uncovered = ConcurrentHashMap.newKeySet();

    @Inject
    Permissions(NamedObject named) {
        this(table(), named);
    }

    Permissions(PermissionTable table, NamedObject named) {
        this.table = table;
        this.named = named;
    }

    @Override
    public void require(Caller caller, String method, String template, List<String> keys) {
        PermissionTable.Row row = table.find(method, template).orElseThrow(() -> notServed(method, template));
        if (!may(row, caller, template, keys)) {
            PermissionNeed need = caller.delegated() ? row.delegated() : row.application();
            throw need.refusal(caller.permissions());
        }
    }

    @Override
    public boolean allows(Caller caller, String method, String template, List<String> keys) {
        return table.find(method, template)
                .filter(row -> may(row, caller, template, keys))
                .isPresent();
    }

    @Override
    public boolean allowsWhole(Caller caller, String method, String template) {
        return !caller.delegated()
                || table.find(method, template)
                        .filter(row -> row.roles().met(caller.roles()))
                        .isPresent();
    }

    private boolean may(PermissionTable.Row row, Caller caller, String template, List<String> keys) {
        return caller.delegated() ? userMay(row, caller, template, keys) : appMay(row, caller, template, keys);
    }

    /** Whether the table says anything about an operation. */
    public boolean covers(String method, String template) {
        return table.find(method, template).isPresent();
    }

    /** The permissions with which an application may: one of these lists, held whole. */
    public List<List<String>> applicationWays(String method, String template) {
        return table.find(method, template).map(row -> row.application().ways()).orElse(List.of());
    }

    /** The scopes with which a signed-in user may, given the role or owning the object: one of these lists, held whole. */
    public List<List<String>> delegatedWays(String method, String template) {
        return table.find(method, template).map(row -> row.delegated().ways()).orElse(List.of());
    }

    /** The application permissions, {@code *} replaced by all that there are. */
    public Set<String> allApplication(Collection<String> permissions) {
        return permissions.contains("*") ? table.application() : new LinkedHashSet<>(permissions);
    }

    /** The delegated scopes, {@code *} replaced by all that there are. */
    public Set<String> allDelegated(Collection<String> scopes) {
        return scopes.contains("*") ? table.delegated() : new LinkedHashSet<>(scopes);
    }

    private boolean appMay(PermissionTable.Row row, Caller caller, String template, List<String> keys) {
        return permitted(row.application(), caller, template, keys)
                || row.roles().holdsOne(caller.roles())
                || byRoleGroups(row, caller, template, keys);
    }

    private boolean userMay(PermissionTable.Row row, Caller caller, String template, List<String> keys) {
        if (row.delegated().metBySelf(caller.permissions()) && isSelf(caller, template, keys)
                || row.delegated().metByMember(caller.permissions()) && !RoleNeed.guest(caller.roles())) {
            return true;
        }
        return permitted(row.delegated(), caller, template, keys)
                && (row.roles().met(caller.roles())
                        || byRoleGroups(row, caller, template, keys)
                        || row.roles().owner() && named.ownedBy(caller, template, keys)
                        || row.roles().ownApplications() && named.ownsApplications(caller));
    }

    private boolean byRoleGroups(PermissionTable.Row row, Caller caller, String template, List<String> keys) {
        return row.roles().holdsOneForRoleGroups(caller.roles()) && named.holdsRoles(caller, template, keys);
    }

    private boolean permitted(PermissionNeed need, Caller caller, String template, List<String> keys) {
        return need.met(caller.permissions())
                || need.metByOwner(caller.permissions()) && named.ownedBy(caller, template, keys);
    }

    private static boolean isSelf(Caller caller, String template, List<String> keys) {
        // a path that is expanded below a collection has no key
        return !keys.isEmpty()
                && template.startsWith("/users/{}")
                && caller.user()
                        .filter(user -> user.id().equalsIgnoreCase(keys.get(0))
                                || user.userPrincipalName().equalsIgnoreCase(keys.get(0)))
                        .isPresent();
    }

    /** An operation that the table does not know is none of Graph's: 405 (odata-protocol.md §11). */
    private GraphError notServed(String method, String template) {
        boolean known = METHODS.stream().anyMatch(other -> covers(other, template));
        if (!known && uncovered.size() < NOTES && uncovered.add(method + " " + template)) {
            LOG.infof("permissions.txt has no row for %s %s", method, template);
        }
        return GraphError.methodNotAllowed();
    }

    private static PermissionTable table() {
        return PermissionTable.parse(text("/permissions.txt")).knowing(new SightTable());
    }

    /** A table of the server. */
    static String text(String resource) {
        try (InputStream in = Permissions.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
