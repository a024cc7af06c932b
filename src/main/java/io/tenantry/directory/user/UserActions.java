package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.directory.object.MissingParameters;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.directory.organization.Domains;
import io.tenantry.directory.role.PrivilegedUsers;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Actions bound to a user that concern sign-in and the kind of account (directory.md §4.8). */
@ApplicationScoped
public class UserActions implements Family {
    @Override
    public void register(GraphRegistry graph) {
        graph.operation("user", "revokeSignInSessions", UserActions::revokeSignInSessions);
        graph.operation("user", "invalidateAllRefreshTokens", UserActions::revokeSignInSessions);
        graph.operation("user", "changePassword", UserActions::changePassword);
        graph.operation("user", "retryServiceProvisioning", (call, user, body) -> Answer.noContent());
        graph.operation("user", "convertExternalToInternalMemberUser", UserActions::convertToInternal);
    }

    private static Answer revokeSignInSessions(GraphCall call, Entity user, ObjectNode body) {
        PrivilegedUsers.requireRight(call, user);
        ObjectNode before = user.properties().deepCopy();
        UserSessions.revoke(user, call.now());
        DirectoryObjects.update(call, user);
        AuditLog.record(
                call, ObjectAudit.updated("Update StsRefreshTokenValidFrom Timestamp", "UserManagement", before, user));
        return Answer.value("Edm.Boolean", Json.MAPPER.getNodeFactory().booleanNode(true));
    }

    /** The signed-in user changes its own password. */
    private static Answer changePassword(GraphCall call, Entity user, ObjectNode body) {
        MissingParameters.check("changePassword", body, "currentPassword", "newPassword");
        boolean own = call.caller()
                .user()
                .filter(caller -> caller.id().equals(user.id()))
                .isPresent();
        if (!own) {
            throw GraphError.denied();
        }
        String password = body.get("newPassword").asText();
        if (!Passwords.isOf(user, body.get("currentPassword").asText())) {
            throw DirectoryErrors.invalidValues();
        }
        if (!PasswordRule.allows(password, UserUpdate.localPart(user), user.text("passwordPolicies"))) {
            throw DirectoryErrors.weakPassword();
        }
        UserPasswords.set(user, password, call.now());
        DirectoryObjects.update(call, user);
        AuditLog.record(call, ObjectAudit.plain("Change user password", "UserManagement", "Update", user));
        return Answer.noContent();
    }

    /** An external user becomes a member of this tenant who signs in here; its objects and memberships stay. */
    private static Answer convertToInternal(GraphCall call, Entity user, ObjectNode body) {
        MissingParameters.check("convertExternalToInternalMemberUser", body, "userPrincipalName", "passwordProfile");
        if (!ExternalUser.isExternal(user)) {
            throw GraphError.badRequest("The user is not an external user.");
        }
        UserPrincipalName name = UserPrincipalName.parse(
                        body.get("userPrincipalName").asText())
                .orElseThrow(DirectoryErrors::invalidUserPrincipalName);
        Domains.requireVerified(call.session(), name.domain());
        Uniqueness.requireFreeName(call.session(), name.toString(), user.id());
        ObjectNode before = user.properties().deepCopy();
        becomeInternal(call, user, name, body);
        Uniqueness.requireFreeAddresses(call.session(), user);
        Uniqueness.guarded(() -> DirectoryObjects.update(call, user));
        AuditLog.record(
                call,
                ObjectAudit.updated("Convert external user to internal member user", "UserManagement", before, user));
        return Answer.value("microsoft.graph.conversionUserDetails", details(user));
    }

    private static void becomeInternal(GraphCall call, Entity user, UserPrincipalName name, ObjectNode body) {
        String password = UserCreation.password(body);
        if (password == null || !PasswordRule.allows(password, name.localPart(), user.text("passwordPolicies"))) {
            throw DirectoryErrors.weakPassword();
        }
        user.properties()
                .remove(List.of(
                        "creationType",
                        "externalUserState",
                        "externalUserStateChangeDateTime",
                        HiddenProperties.BINDING));
        user.set("userType", "Member");
        user.set("userPrincipalName", name.toString());
        user.set("mailNickname", name.localPart());
        user.set("externalUserConvertedOn", call.now());
        user.set("convertedToInternalUserDateTime", call.now());
        Identities.set(user, null, call.tenant().initialDomain());
        if (body.hasNonNull("mail")) {
            MailAddresses.setMail(user, body.get("mail").asText());
        }
        UserPasswords.set(user, body.get("passwordProfile"), call.now());
    }

    private static ObjectNode details(Entity user) {
        return Json.object()
                .put("id", user.id())
                .put("displayName", user.text("displayName"))
                .put("userPrincipalName", user.text("userPrincipalName"))
                .put("mail", user.text("mail"))
                .put("convertedToInternalUserDateTime", user.text("convertedToInternalUserDateTime"));
    }
}
