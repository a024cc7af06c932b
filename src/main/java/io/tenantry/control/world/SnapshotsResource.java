package io.tenantry.control.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlError;
import io.tenantry.format.Json;
import io.tenantry.http.host.CalledUrl;
import io.tenantry.scenario.World;
import io.tenantry.store.Snapshots;
import io.tenantry.store.Snapshots.Snapshot;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.util.Optional;

/** Named states to go back to. */
@Path("/_tenantry/snapshots")
@Produces(MediaType.APPLICATION_JSON)
public class SnapshotsResource {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final World world;
    private final Snapshots snapshots;
    private final SnapshotChanges changes;

    SnapshotsResource(World world, Snapshots snapshots, SnapshotChanges changes) {
        this.world = world;
        this.snapshots = snapshots;
        this.changes = changes;
    }

    @GET
    public ArrayNode list() {
        ArrayNode list = Json.array();
        snapshots.all().forEach(snapshot -> list.add(shown(snapshot)));
        return list;
    }

    @GET
    @Path("/{name}")
    public ObjectNode show(@PathParam("name") String name) {
        return shown(snapshots.find(checked(name)).orElseThrow(() -> unknown(name)));
    }

    /** Keeps the present state, in place of an earlier one of that name. */
    @POST
    @Path("/{name}")
    public Response take(@PathParam("name") String name) {
        world.take(checked(name));
        return Response.status(201).entity(show(name)).build();
    }

    @POST
    @Path("/{name}/restore")
    public void restore(@PathParam("name") String name) {
        if (!world.restore(checked(name))) {
            throw unknown(name);
        }
    }

    /** Who is new, other or gone in the present state, or in another named one, page by page. */
    @GET
    @Path("/{name}/changes")
    public ObjectNode changes(
            @PathParam("name") String name,
            @QueryParam("to") String to,
            @QueryParam("tenant") String tenant,
            @QueryParam("type") String type,
            @QueryParam("$top") String top,
            @QueryParam("$skiptoken") String skiptoken,
            @Context RoutingContext routing) {
        SnapshotChanges.Asked asked = new SnapshotChanges.Asked(
                checked(name),
                given(to).map(SnapshotsResource::checked),
                given(tenant),
                given(type),
                top(top),
                given(skiptoken).map(ChangePosition::of));
        SnapshotChanges.Page page = changes.page(asked)
                .orElseThrow(() -> unknown(
                        snapshots.find(name).isEmpty() ? name : asked.to().orElse(name)));
        return page.shown()
                .put(
                        "nextLink",
                        page.next().map(next -> link(routing, asked, next)).orElse(null));
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private static int top(String top) {
        int wanted = top == null ? PAGE : top.matches("[0-9]{1,4}") ? Integer.parseInt(top) : 0;
        if (wanted < 1 || wanted > LARGEST_PAGE) {
            throw ControlError.badRequest("$top", "$top must be a number from 1 to " + LARGEST_PAGE);
        }
        return wanted;
    }

    private static String link(RoutingContext routing, SnapshotChanges.Asked asked, ChangePosition next) {
        StringBuilder link = new StringBuilder(CalledUrl.of(routing).base())
                .append(routing.request().path())
                .append("?$top=")
                .append(asked.most());
        asked.to().ifPresent(to -> link.append("&to=").append(to));
        asked.tenant().ifPresent(tenant -> link.append("&tenant=").append(URLEncoder.encode(tenant, UTF_8)));
        asked.type().ifPresent(type -> link.append("&type=").append(type));
        return link.append("&$skiptoken=").append(next.token()).toString();
    }

    @DELETE
    @Path("/{name}")
    public void delete(@PathParam("name") String name) {
        if (!snapshots.delete(checked(name))) {
            throw unknown(name);
        }
    }

    private static ObjectNode shown(Snapshot snapshot) {
        return Json.object()
                .put("name", snapshot.name())
                .put("now", snapshot.note().get("now").asText());
    }

    private static String checked(String name) {
        if (!Snapshots.isName(name)) {
            throw ControlError.badRequest(
                    "name",
                    "a snapshot's name has up to 40 letters, digits, '.', '_' and '-' and begins with a letter or digit");
        }
        return name;
    }

    private static ControlError unknown(String name) {
        return ControlError.notFound("there is no snapshot '" + name + "'");
    }
}
