package io.tenantry.graph;

import io.tenantry.graph.path.Step;
import java.util.List;

/**
 * PATCH by an alternate key that creates what is not there yet (odata-protocol.md §11). It asks for the permission to create where it
 * creates, and for that to change where it changes.
 */
record Upsert(Step.Key key, String collection, boolean creates) {
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
