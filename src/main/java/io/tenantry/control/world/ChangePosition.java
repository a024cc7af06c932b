package io.tenantry.control.world;

import io.tenantry.control.ControlError;
import io.tenantry.store.StatePair.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Behind which object a page of changes begins.
 *
 * @param tenant id; empty for the very beginning
 */
record ChangePosition(String tenant, Place place) {
    static final ChangePosition FIRST = new ChangePosition("", Place.FIRST);
    private static final int PARTS = 4;

    /** @throws ControlError where the token is none */
    static ChangePosition of(String token) {
        String[] parts = decoded(token).split("\n", -1);
        if (parts.length != PARTS) {
            throw unusable();
        }
        return new ChangePosition(parts[0], new Place(parts[1], parts[2], parts[3]));
    }

    String token() {
        String text = String.join("\n", tenant, place.type(), place.parent(), place.id());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // as little a token as one with other contents
        }
        throw unusable();
    }

    private static ControlError unusable() {
        return ControlError.badRequest("$skiptoken", "this $skiptoken was not given out by this call");
    }
}
