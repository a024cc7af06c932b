package io.tenantry.directory.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.List;

/** {@code validateProperties}: whether a Microsoft 365 group could have these names; 204 or 422 (directory.md §7.3). */
public final class PropertyValidation {
    private static final int UNPROCESSABLE = 422;

    private PropertyValidation() {}

    /** @param group the group that may keep its own names; null for one that is not there yet */
    public static Answer validate(GraphCall call, Entity group, ObjectNode body) {
        ObjectNode names = Json.object();
        if (body.hasNonNull("displayName")) {
            names.set("displayName", body.get("displayName"));
        }
        if (body.hasNonNull("mailNickname")) {
            names.set("mailNickname", body.get("mailNickname"));
        }
        try {
            GroupValues.check(names);
        } catch (GraphError e) {
            throw refused(e.details().get(0).target(), e.getMessage());
        }
        String self = group == null ? null : group.id();
        if (names.has("mailNickname") && taken(call, names.get("mailNickname").asText(), self)) {
            throw refused(
                    "mailNickname", "Another object with the same value for property mailNickname already exists.");
        }
        return Answer.noContent();
    }

    private static boolean taken(GraphCall call, String nickname, String self) {
        return call.session().allBy("group", "mailNickname", nickname).stream()
                .anyMatch(other -> GroupKind.unified(other) && !other.id().equals(self));
    }

    private static GraphError refused(String property, String message) {
        return new GraphError(
                UNPROCESSABLE,
                "UnprocessableEntity",
                message,
                List.of(new GraphError.Detail("InvalidValue", message, property)));
    }
}
