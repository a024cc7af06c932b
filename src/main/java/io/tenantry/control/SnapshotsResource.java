package io.tenantry.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.scenario.World;
import io.tenantry.store.Snapshots;
import io.tenantry.store.Snapshots.Snapshot;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Named states to go back to. */
@Path("/_tenantry/snapshots")
@Produces(MediaType.APPLICATION_JSON)
public class SnapshotsResource {
    private final World world;
    private final Snapshots snapshots;

    SnapshotsResource(World world, Snapshots snapshots) {
        this.world = world;
        this.snapshots = snapshots;
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
