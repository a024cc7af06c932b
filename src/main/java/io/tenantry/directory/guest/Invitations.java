package io.tenantry.directory.guest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.Required;
import io.tenantry.directory.organization.Domains;
import io.tenantry.directory.reference.BoundReferences;
import io.tenantry.directory.reference.DirectoryReferences;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.directory.user.SignedInUsers;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.family.ObjectReference;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code POST /invitations} (directory.md §6). */
@ApplicationScoped
public class Invitations implements Family {
    /** RFC 5321 §4.5.3.1: 64 before the sign, 255 behind it. */
    private static final int LONGEST = 320;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?!\\.)[^\\s@~!#$%^&*(){}\\[\\]\\\\/?\",.]+(\\.[^\\s@~!#$%^&*(){}\\[\\]\\\\/?\",.]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final AutomaticRedemption redemption;
    private final CollaborationGate gate;
    private final InvitationMails mails;

    Invitations(AutomaticRedemption redemption, CollaborationGate gate, InvitationMails mails) {
        this.redemption = redemption;
        this.gate = gate;
        this.mails = mails;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.create("/invitations", this::create);
        graph.source(
                "/users/{}/invitedBy",
                (call, user) -> new CollectionSource.Fixed(InvitedUsers.inviter(call.session(), user)));
        for (String path : List.of("/invitations", "/invitations/{}")) {
            graph.absent("GET", path, (method, key) -> Invitations.notDiscovered());
        }
    }

    private Entity create(GraphCall call, ObjectNode body) {
        InvitationPolicy.requireAllowed(call);
        check(body);
        boolean member = "Member".equalsIgnoreCase(body.path("invitedUserType").asText());
        if (member) {
            InvitationPolicy.requireRightToInviteMembers(call);
        }
        String address = body.get("invitedUserEmailAddress").asText();
        gate.requireOpen(call.session(), address);
        Entity user = invited(call, body)
                .map(known -> again(call, known, address, body))
                .orElseGet(() -> invite(call, address, body, member ? "Member" : "Guest"));
        sponsor(call, user, body);
        Entity invitation = InvitationAnswer.of(call, body, user);
        mails.send(call, invitation);
        return invitation;
    }

    /** Invitations are made, never read (field-findings.md §1). */
    private static GraphError notDiscovered() {
        return GraphError.of(404, "ResourceNotFound", "Resource could not be discovered.");
    }

    private static void check(ObjectNode body) {
        for (String property : List.of("invitedUserEmailAddress", "inviteRedirectUrl")) {
            if (Required.missing(body, property)) {
                throw GraphError.malformed(
                        "A value is required for property '" + property + "' of resource 'Invitation'.");
            }
        }
        String address = body.get("invitedUserEmailAddress").asText();
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            throw GraphError.malformed("The invited user email address is not valid: "
                    + body.get("invitedUserEmailAddress").asText());
        }
        String type = body.path("invitedUserType").asText("Guest");
        if (body.hasNonNull("invitedUserType") && !type.equalsIgnoreCase("Guest") && !type.equalsIgnoreCase("Member")) {
            throw GraphError.malformed(
                    "Invalid value specified for property 'invitedUserType' of resource 'Invitation'.");
        }
        if (!absolute(body.get("inviteRedirectUrl").asText())) {
            throw GraphError.malformed("The invite redirect URL is not valid.");
        }
    }

    private static boolean absolute(String url) {
        try {
            return new URI(url).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The existing user that the body names; E1 where there is none. */
    private static Optional<Entity> invited(GraphCall call, ObjectNode body) {
        List<String> bound = BoundReferences.in(body, "invitedUser");
        if (!bound.isEmpty()) {
            return Optional.of(ObjectReference.find(call.session(), bound.get(0)));
        }
        String id = body.path("invitedUser").path("id").asText("");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(call.session().find("user", Ids.canonical(id)).orElseThrow(() -> GraphError.notFound(id)));
    }

    /** A user that the body names: invited anew, or an internal user that becomes an external one. */
    private Entity again(GraphCall call, Entity user, String address, ObjectNode body) {
        if (body.path("resetRedemption").asBoolean()) {
            if (!ExternalUser.isExternal(user)) {
                throw GraphError.malformed("The redemption status of an internal user cannot be reset.");
            }
            InvitationPolicy.requireRightToReset(call, user);
            InvitedUsers.reset(call, user, address);
            record(call, "Invite external user with reset invitation status", user);
        } else if (!ExternalUser.isExternal(user)) {
            InvitedUsers.becomeExternal(call, user, address);
            record(call, "Invite internal user to B2B collaboration", user);
            redeem(call, user, address);
        } else {
            reinvite(call, user, address);
        }
        return user;
    }

    private Entity invite(GraphCall call, String address, ObjectNode body, String userType) {
        Session session = call.session();
        Optional<Entity> holder = InvitedUsers.holding(session, address);
        if (holder.isPresent()) {
            Entity user = holder.get();
            if (!ExternalUser.isExternal(user)) {
                throw alreadyInternal(user);
            }
            reinvite(call, user, address);
            return user;
        }
        if (Domains.verified(session, address.substring(address.indexOf('@') + 1))) {
            throw GraphError.malformed("The invited email address belongs to a verified domain of this organization.");
        }
        Entity user = InvitedUsers.create(call, address, displayName(body, address), userType);
        record(call, "Invite external user", user);
        redeem(call, user, address);
        return user;
    }

    /** E37. */
    private static GraphError alreadyInternal(Entity user) {
        return GraphError.malformed("The invited user already exists in the directory as object ID: " + user.id()
                + ". They can use that account to sign in to shared apps and resources.");
    }

    private void reinvite(GraphCall call, Entity user, String address) {
        record(call, "Invite external user", user);
        redeem(call, user, address);
    }

    private void redeem(GraphCall call, Entity user, String address) {
        if (InvitedUsers.ACCEPTED.equals(user.text("externalUserState"))) {
            return;
        }
        redemption.binding(call.session(), address).ifPresent(binding -> {
            ExternalUser.redeem(user, binding, call.tenant().initialDomain(), call.now());
            DirectoryObjects.update(call.session(), user);
            record(call, "Redeem external user invite", user);
        });
    }

    private static String displayName(ObjectNode body, String address) {
        return Required.missing(body, "invitedUserDisplayName")
                ? address.substring(0, address.indexOf('@'))
                : body.get("invitedUserDisplayName").asText();
    }

    /** Who the body names, else the user who invites. */
    private static void sponsor(GraphCall call, Entity user, ObjectNode body) {
        List<String> named = BoundReferences.in(body, "invitedUserSponsors");
        if (named.isEmpty()) {
            SignedInUsers.stored(call).ifPresent(inviter -> DirectoryReferences.add(call, "sponsor", user, inviter));
        }
        named.forEach(url -> DirectoryReferences.add(call, "sponsor", user, ObjectReference.find(call.session(), url)));
    }

    private static void record(GraphCall call, String activity, Entity user) {
        AuditLog.record(
                call,
                AuditEvent.of(activity, "UserManagement", activity.startsWith("Redeem") ? "Update" : "Add")
                        .by("Invited Users")
                        .target(user)
                        .modified("TargetId.UserType", null, Json.quoted(String.valueOf(user.text("userType")))));
    }
}
