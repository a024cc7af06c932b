package io.tenantry.scenario.file;

import io.tenantry.family.GraphNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the users, groups and role assignments of one tenant. */
final class ObjectCheck {
    /** directory.md §3.2: what a UPN's local part may hold; {@code #} stands in those of external users. */
    private static final Pattern UPN = Pattern.compile("[A-Za-z0-9'.\\-_!#^~]+@([^@\\s]+)");

    /** What names other objects, of users and of groups. */
    static final Set<String> REFERENCES = Set.of("manager", "sponsors", "members", "owners");

    /** What is checked here and not against the Edm. */
    private static final Set<String> CHECKED =
            Set.of("id", "userPrincipalName", "displayName", "proxyAddresses", "assignedLicenses");

    private final GraphNames names;
    private final Fields tenant;
    private final List<String> domains;
    private final ListedIds references;
    private final Distinct ids;
    private final Distinct principalNames;
    private final Distinct addresses;

    ObjectCheck(GraphNames names, Problems problems, Fields tenant, String tenantId, List<String> domains) {
        this.names = names;
        this.tenant = tenant;
        this.domains = domains;
        this.references = new ListedIds(tenantId, tenant.node());
        this.ids = new Distinct("id", problems);
        this.principalNames = new Distinct("userPrincipalName", problems);
        this.addresses = new Distinct("address", problems);
    }

    void check() {
        tenant.objects("users").forEach(this::user);
        tenant.objects("groups").forEach(this::group);
        tenant.objects("roleAssignments").forEach(this::roleAssignment);
    }

    private void user(Fields user) {
        user.required("userPrincipalName").ifPresent(name -> principalName(user, name));
        user.required("displayName");
        user.text("manager").ifPresent(manager -> {
            if (references.user(manager).isEmpty()) {
                user.problem("manager", "there is no user '" + manager + "' in this tenant");
            }
        });
        references(user, "sponsors", false);
        if (user.node().has("password")
                && user.text("password").filter(text -> !text.isBlank()).isEmpty()) {
            user.problem("password", "is not a password");
        }
        properties(user, "user", Set.of("manager", "sponsors", "password"));
    }

    private void principalName(Fields user, String name) {
        principalNames.add(name, user.at("userPrincipalName"));
        var form = UPN.matcher(name);
        if (!form.matches()) {
            user.problem("userPrincipalName", "'" + name + "' is not a user principal name");
        } else if (!domains.contains(form.group(1).toLowerCase(Locale.ROOT))) {
            user.problem("userPrincipalName", "'" + form.group(1) + "' is not among the tenant's domains");
        }
    }

    private void group(Fields group) {
        group.required("displayName");
        references(group, "members", false);
        references(group, "owners", true);
        properties(group, "group", Set.of("members", "owners"));
    }

    private void references(Fields object, String name, boolean usersOnly) {
        Set<String> seen = new HashSet<>();
        for (Fields.Text reference : object.texts(name)) {
            Optional<String> id = usersOnly ? references.user(reference.value()) : references.object(reference.value());
            if (id.isEmpty()) {
                object.problemAt(
                        reference,
                        "there is no user " + (usersOnly ? "" : "or group ") + "'" + reference.value()
                                + "' in this tenant");
            } else if (!seen.add(id.get())) {
                object.problemAt(reference, "'" + reference.value() + "' is listed twice");
            }
        }
    }

    /** What users and groups have in common, and each further property against the Edm. */
    private void properties(Fields object, String type, Set<String> references) {
        object.guid("id").ifPresent(id -> ids.add(id, object.at("id")));
        addresses(object);
        object.node().fields().forEachRemaining(field -> {
            if (!CHECKED.contains(field.getKey()) && !references.contains(field.getKey())) {
                names.mistake(type, field.getKey(), field.getValue())
                        .ifPresent(mistake -> object.problem(field.getKey(), mistake));
            }
        });
    }

    /** Where no addresses are listed, the mail address becomes the only one. */
    private void addresses(Fields object) {
        object.texts("proxyAddresses").forEach(address -> addresses.add(address.value(), address.place()));
        if (!object.node().hasNonNull("proxyAddresses")
                && object.node().path("mail").isTextual()) {
            addresses.add("SMTP:" + object.node().get("mail").asText(), object.at("mail"));
        }
    }

    private void roleAssignment(Fields assignment) {
        assignment.knownAre(TenantCheck.ordered("principal", "role"));
        assignment.required("principal").ifPresent(principal -> {
            if (references.object(principal).isEmpty()) {
                assignment.problem("principal", "there is no user or group '" + principal + "' in this tenant");
            }
        });
        assignment.required("role").ifPresent(role -> {
            if (names.roleTemplateId(role).isEmpty()) {
                assignment.problem("role", "there is no directory role '" + role + "'");
            }
        });
    }
}
