package io.tenantry.control.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.TenantPath;
import io.tenantry.format.Json;
import io.tenantry.mail.Mail;
import io.tenantry.mail.Outbox;
import io.tenantry.mail.SmtpConfig;
import io.tenantry.store.Tenant;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The outbox: mails that the service sent, or would have. */
@Path("/_tenantry/mails")
@Produces(MediaType.APPLICATION_JSON)
public class MailsResource {
    private final Outbox outbox;
    private final TenantPath tenants;
    private final SmtpConfig smtp;

    MailsResource(Outbox outbox, TenantPath tenants, SmtpConfig smtp) {
        this.outbox = outbox;
        this.tenants = tenants;
        this.smtp = smtp;
    }

    /** Oldest first; those of one tenant where one is named. */
    @GET
    public ArrayNode list(@QueryParam("tenant") String tenant) {
        Tenant wanted = tenant == null ? null : tenants.of(tenant);
        ArrayNode list = Json.array();
        outbox.all().stream()
                .filter(each -> wanted == null || wanted.key() == each.tenant().key())
                .forEach(each -> list.add(shown(each)));
        return list;
    }

    @DELETE
    public void clear() {
        outbox.clear();
    }

    private ObjectNode shown(Outbox.Entry entry) {
        Mail mail = entry.mail();
        ObjectNode json = Json.object()
                .put("id", mail.id())
                .put("at", Json.instant(mail.at()))
                .put("kind", mail.kind().wireName())
                .put("tenant", entry.tenant().id())
                .put("from", smtp.from());
        json.set("to", Json.array(mail.to()));
        json.put("subject", mail.subject())
                .put("text", mail.text())
                .put("job", mail.job().orElse(null));
        json.putObject("delivery")
                .put("state", entry.delivery().state().wireName())
                .put("attempts", entry.delivery().attempts())
                .put("error", entry.delivery().error().orElse(null));
        return json;
    }
}
