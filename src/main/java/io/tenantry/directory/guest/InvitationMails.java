package io.tenantry.directory.guest;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.mail.Mail;
import io.tenantry.mail.Mail.Kind;
import io.tenantry.mail.Outbox;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mail to somebody who is invited, where the inviter asks for one: with the way to redeem the invitation, or a mere notice where it
 * redeemed itself (insights-and-feeds.md §13). The service's own words are not published.
 */
@ApplicationScoped
class InvitationMails {
    private final Outbox outbox;

    InvitationMails(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param invitation as the inviter gets it */
    void send(GraphCall call, Entity invitation) {
        if (invitation.flag("sendInvitationMessage")) {
            boolean redeemed = "Completed".equals(invitation.text("status"));
            outbox.add(
                    call.session(),
                    new Mail(
                            Ids.random(),
                            call.now(),
                            redeemed ? Kind.REDEMPTION : Kind.INVITATION,
                            recipients(invitation),
                            inviter(call) + " invited you to access applications within "
                                    + call.tenant().displayName(),
                            text(invitation, redeemed),
                            Optional.empty()));
        }
    }

    private static String inviter(GraphCall call) {
        return call.caller().user().map(user -> user.displayName()).orElseGet(() -> call.caller()
                .appDisplayName());
    }

    private static String text(Entity invitation, boolean redeemed) {
        String own = message(invitation).path("customizedMessageBody").asText("");
        String way = redeemed
                ? "Go to: " + invitation.text("inviteRedirectUrl")
                : "Accept the invitation: " + invitation.text("inviteRedeemUrl");
        return own.isEmpty() ? way : own + "\n\n" + way;
    }

    private static List<String> recipients(Entity invitation) {
        Stream<String> copies = message(invitation)
                .path("ccRecipients")
                .valueStream()
                .map(each -> each.path("emailAddress").path("address").asText(""))
                .filter(address -> !address.isEmpty());
        return Stream.concat(Stream.of(invitation.text("invitedUserEmailAddress")), copies)
                .toList();
    }

    private static JsonNode message(Entity invitation) {
        return invitation.properties().path("invitedUserMessageInfo");
    }
}
