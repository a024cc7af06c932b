package io.tenantry.graph.pipeline;

import io.tenantry.graph.message.GraphRequest;
import io.tenantry.graph.message.Preference;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Step;
import java.util.List;

/**
 * PATCH by an alternate key that creates what is not there yet (odata-protocol.md §11). It asks for the permission to create where it
 * creates, and for that to change where it changes.
 */
record Upsert(Step.Key key, String collection, boolean creates) {
    /** Whether a request shall create what its path names by an alternate key, where that is not there yet. */
    static boolean isAsked(GraphRequest request, ResourcePath path) {
        return request.method().equals("PATCH")
                && request.prefers(Preference.CREATE_IF_MISSING)
                && path.endsInAlternateKey();
    }

    /** Throws 403 unless the caller may do what it comes to. */
    static Upsert of(RoutedCall routed) {
        Step.Key key = (Step.Key) routed.path().last().step();
        boolean creates = routed.keyedIfAny().isEmpty();
        List<String> keys = routed.call().keys();
        String template = routed.path().template();
        String collection = template.substring(0, template.length() - "/{}".length());
        routed.access()
                .require(
                        routed.call().caller(),
                        creates ? "POST" : "PATCH",
                        creates ? collection : template,
                        creates ? keys.subList(0, keys.size() - 1) : keys);
        return new Upsert(key, collection, creates);
    }
}
