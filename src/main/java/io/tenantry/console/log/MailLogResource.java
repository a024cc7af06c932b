package io.tenantry.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The mails that the service sent, or would have. */
@Path(Section.ROOT + "/logs/mails")
public class MailLogResource {
    private static final int MOST = 200;

    private final Api api;
    private final Pages pages;

    MailLogResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** A mail, with what became of it. */
    public record ShownMail(
            String at, String tenant, String kind, String to, String subject, String text, String delivery) {}

    @GET
    public Response show(@QueryParam("tenant") @DefaultValue("") String tenant) {
        Reading reading = api.reading();
        TenantNames tenants = TenantNames.of(reading);
        List<ShownMail> mails = mails(reading, tenants, tenant);
        return pages.page("Mails", Section.LOGS, Templates.mails(mails, tenants, tenant), reading);
    }

    @GET
    @Path("/list")
    public Response list(@QueryParam("tenant") @DefaultValue("") String tenant) {
        Reading reading = api.reading();
        return pages.part(Templates.mailList(mails(reading, TenantNames.of(reading), tenant)));
    }

    /** Newest first. */
    private static List<ShownMail> mails(Reading reading, TenantNames tenants, String tenant) {
        List<ShownMail> mails = new ArrayList<>();
        for (JsonNode mail : reading.control(
                new QueryText("/_tenantry/mails").with("tenant", tenant).text())) {
            List<String> to = new ArrayList<>();
            mail.path("to").forEach(each -> to.add(each.asText()));
            mails.add(new ShownMail(
                    Timestamps.shown(mail.path("at").asText()),
                    tenants.of(mail.path("tenant").asText()),
                    mail.path("kind").asText(),
                    String.join(", ", to),
                    mail.path("subject").asText(),
                    mail.path("text").asText(),
                    mail.path("delivery").path("state").asText()));
        }
        Collections.reverse(mails);
        return mails.size() > MOST ? mails.subList(0, MOST) : mails;
    }
}
