package io.tenantry.directory.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.Memberships;
import io.tenantry.directory.object.MissingParameters;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** {@code getMemberGroups}, {@code checkMemberGroups} and the same for objects, on any directory object (directory.md §4.7). */
@ApplicationScoped
public class MembershipActions implements Family {
    private static final int MOST_IDS = 20;
    private static final String TEXTS = "Collection(Edm.String)";

    @Override
    public void register(GraphRegistry graph) {
        graph.question("directoryObject", "getMemberGroups", MembershipActions::getMemberGroups);
        graph.question("directoryObject", "getMemberObjects", MembershipActions::getMemberObjects);
        graph.question(
                "directoryObject", "checkMemberGroups", (call, object, body) -> check(call, object, body, "groupIds"));
        graph.question(
                "directoryObject", "checkMemberObjects", (call, object, body) -> check(call, object, body, "ids"));
    }

    private static Answer getMemberGroups(GraphCall call, Entity object, ObjectNode body) {
        return texts(Memberships.groups(call.session(), object.id(), securityEnabledOnly(object, body)));
    }

    private static Answer getMemberObjects(GraphCall call, Entity object, ObjectNode body) {
        return texts(Memberships.objects(call.session(), object.id(), securityEnabledOnly(object, body)));
    }

    /** Only users and service principals can be asked for security groups alone. */
    private static boolean securityEnabledOnly(Entity object, ObjectNode body) {
        boolean wanted = body != null && body.path("securityEnabledOnly").asBoolean();
        if (wanted && object.type().equals("group")) {
            throw GraphError.badRequest(
                    "Invalid value specified for property 'securityEnabledOnly' of resource 'Group'.");
        }
        return wanted;
    }

    private static Answer check(GraphCall call, Entity object, ObjectNode body, String parameter) {
        JsonNode given = body == null ? null : body.get(parameter);
        if (given == null || !given.isArray()) {
            throw MissingParameters.of(parameter.equals("ids") ? "checkMemberObjects" : "checkMemberGroups", parameter);
        }
        if (given.size() > MOST_IDS) {
            throw DirectoryErrors.tooMany(parameter, MOST_IDS);
        }
        List<String> ids = new ArrayList<>();
        given.forEach(id -> ids.add(id.asText()));
        return texts(Memberships.among(call.session(), object.id(), ids, parameter.equals("groupIds")));
    }

    private static Answer texts(List<String> ids) {
        return Answer.value(TEXTS, Json.array(ids));
    }
}
