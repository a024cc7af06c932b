package io.tenantry.directory.guest;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.WithClient;
import org.junit.jupiter.api.Test;

/** Who invited a guest, as MSIdentityTools asks to make it a sponsor; only beta knows it. */
@QuarkusTest
class InvitedByHttpTest implements WithClient {
    private static String invited(GraphHttp caller, String address) {
        return caller.post(
                        "/v1.0/invitations",
                        "{'invitedUserEmailAddress':'" + address + "','inviteRedirectUrl':'https://portal.example'}")
                .statusCode(201)
                .extract()
                .path("invitedUser.id");
    }

    private static String path(String user) {
        return "/beta/users/" + user + "/invitedBy";
    }

    @Test
    void whoInvitedAGuestIsTold() {
        String ana = SOURCE.newUser("ana");
        String byAna = invited(SOURCE.signedIn(ana, "User.Invite.All"), "ada@fern.example");
        String byClient = invited(SOURCE, "bea@fern.example");

        SOURCE.get(path(byAna))
                .statusCode(200)
                .body("'@odata.context'", endsWith("#directoryObjects"))
                .body("value.id", contains(ana))
                .body("value[0].'@odata.type'", is("#microsoft.graph.user"));
        SOURCE.get(path(byClient))
                .body("value.id", contains(WithClient.servicePrincipal()))
                .body("value[0].'@odata.type'", is("#microsoft.graph.servicePrincipal"));
        SOURCE.get(path(ana)).statusCode(200).body("value", empty());
        SOURCE.app("User.ReadBasic.All").get(path(byAna)).statusCode(403);
        refused(SOURCE.get("/v1.0/users/" + byAna + "/invitedBy"), 400, "BadRequest");
        done(SOURCE.delete("/v1.0/users/" + ana));
        SOURCE.get(path(byAna)).statusCode(200).body("value", empty());
    }
}
