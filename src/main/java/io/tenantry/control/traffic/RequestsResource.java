package io.tenantry.control.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlBody;
import io.tenantry.control.ControlError;
import io.tenantry.control.Moments;
import io.tenantry.control.TakesLargeBody;
import io.tenantry.control.TenantPath;
import io.tenantry.format.Json;
import io.tenantry.journal.HarImport;
import io.tenantry.journal.Journal;
import io.tenantry.journal.JournalReader;
import io.tenantry.journal.JournalReader.Wanted;
import io.tenantry.journal.PathPattern;
import io.tenantry.journal.Script;
import io.tenantry.journal.UnreadableHar;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** The journal: what Graph and the token service were asked of late, without the secrets in it. */
@Path("/_tenantry/requests")
@Produces({MediaType.APPLICATION_JSON, RequestsResource.HAR, MediaType.TEXT_PLAIN})
public class RequestsResource {
    static final String HAR = "application/har+json";

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 10_000;

    private final Journal journal;
    private final JournalReader reader;
    private final HarImport archives;
    private final TenantPath tenants;

    RequestsResource(Journal journal, JournalReader reader, HarImport archives, TenantPath tenants) {
        this.journal = journal;
        this.reader = reader;
        this.archives = archives;
        this.tenants = tenants;
    }

    @GET
    public Response list(
            @QueryParam("tenant") String tenant,
            @QueryParam("path") String path,
            @QueryParam("status") String status,
            @QueryParam("since") String since,
            @QueryParam("top") String top,
            @QueryParam("after") String after,
            @QueryParam("as") String as,
            @HeaderParam("Accept") String accept) {
        boolean har = wantsHar(as, accept);
        Wanted wanted = new Wanted(
                tenant == null ? null : tenants.of(tenant).id(),
                path == null ? null : new PathPattern(path),
                status(status),
                since == null ? null : Moments.instant("since", since),
                top == null ? har ? LARGEST_PAGE : PAGE : Math.toIntExact(number("top", top, 1, LARGEST_PAGE)),
                after == null ? Long.MAX_VALUE : number("after", after, 0, Long.MAX_VALUE));
        return har ? har(reader.har(wanted)) : json(reader.list(wanted));
    }

    @GET
    @Path("/{id}")
    public Response show(
            @PathParam("id") String id, @QueryParam("as") String as, @HeaderParam("Accept") String accept) {
        long number = id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
        if (wantsHar(as, accept)) {
            return har(reader.har(number).orElseThrow(() -> unknown(id)));
        }
        if (as != null) {
            Script script = Script.named(as)
                    .orElseThrow(() -> ControlError.badRequest("as", "as is one of curl, http, powershell, har"));
            return Response.ok(reader.script(number, script).orElseThrow(() -> unknown(id)))
                    .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                    .build();
        }
        return json(reader.one(number).orElseThrow(() -> unknown(id)));
    }

    /** Adds the entries of an HTTP Archive. */
    @POST
    @TakesLargeBody
    public Response add(byte[] archive) {
        ControlBody body = ControlBody.of(archive, Set.of("log"));
        try {
            int added = archives.add(body.json());
            return Response.status(201)
                    .entity(Json.object().put("added", added))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (UnreadableHar e) {
            throw ControlError.badRequest(e.place(), e.getMessage());
        }
    }

    @DELETE
    public void clear() {
        journal.clear();
    }

    private static boolean wantsHar(String as, String accept) {
        return "har".equalsIgnoreCase(as) || as == null && accept != null && accept.contains(HAR);
    }

    private static Response json(ObjectNode json) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static Response har(ObjectNode har) {
        return Response.ok(Json.write(har), HAR).build();
    }

    private static String status(String status) {
        if (status != null && !status.matches("\\d{1,3}|[1-5]xx")) {
            throw ControlError.badRequest("status", "status is a number, or one like 4xx for all of a kind");
        }
        return status;
    }

    private static long number(String place, String text, long least, long most) {
        long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw ControlError.badRequest(place, place + " must be a number from " + least + " to " + most);
        }
        return number;
    }

    private static ControlError unknown(String id) {
        return ControlError.notFound("there is no request '" + id + "' in the journal");
    }
}
