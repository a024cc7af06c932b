package io.tenantry.directory.guest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.KeyBytes;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The invitation that a caller gets back; it is not kept, the invited user is (directory.md §6). */
final class InvitationAnswer {
    private InvitationAnswer() {}

    static Entity of(GraphCall call, ObjectNode body, Entity user) {
        boolean accepted = InvitedUsers.ACCEPTED.equals(user.text("externalUserState"));
        Entity invitation = Entity.of("invitation", Ids.random())
                .set("inviteRedeemUrl", redeemUrl(call, user))
                .set("invitedUserDisplayName", text(body, "invitedUserDisplayName", user.text("displayName")))
                .set("invitedUserType", user.text("userType"))
                .set(
                        "invitedUserEmailAddress",
                        body.get("invitedUserEmailAddress").asText())
                .set("sendInvitationMessage", body.path("sendInvitationMessage").asBoolean())
                .set("resetRedemption", body.path("resetRedemption").asBoolean())
                .set("inviteRedirectUrl", body.get("inviteRedirectUrl").asText())
                .set("status", accepted ? "Completed" : InvitedUsers.PENDING);
        invitation.set("invitedUserMessageInfo", messageInfo(body));
        invitation.set("invitedUser", Json.object().put("id", user.id()));
        return invitation;
    }

    private static String text(ObjectNode body, String name, String otherwise) {
        return body.hasNonNull(name) ? body.get(name).asText() : otherwise;
    }

    /** Filled in even where nothing is sent. */
    private static ObjectNode messageInfo(ObjectNode body) {
        ObjectNode info = Json.object();
        info.putNull("messageLanguage").putNull("customizedMessageBody");
        info.putArray("ccRecipients")
                .addObject()
                .putObject("emailAddress")
                .putNull("name")
                .putNull("address");
        if (body.get("invitedUserMessageInfo") instanceof ObjectNode given) {
            given.properties().forEach(property -> {
                if (!property.getValue().isNull() && !property.getValue().isEmpty()
                        || property.getValue().isTextual()) {
                    info.set(property.getKey(), property.getValue());
                }
            });
        }
        return info;
    }

    private static String redeemUrl(GraphCall call, Entity user) {
        String ticket = URLEncoder.encode(KeyBytes.joined(user.id(), Ids.random()), StandardCharsets.UTF_8);
        String inner = "https://invitations.microsoft.com/redeem/?tenant="
                + call.tenant().id() + "&user=" + user.id() + "&ticket=" + ticket + "&ver=2.0";
        return "https://login.microsoftonline.com/redeem?rd="
                + lowerCaseEscapes(URLEncoder.encode(inner, StandardCharsets.UTF_8));
    }

    /** The service writes {@code %3a}, not {@code %3A}. */
    private static String lowerCaseEscapes(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}").matcher(encoded).replaceAll(escape -> escape.group()
                .toLowerCase(Locale.ROOT));
    }
}
