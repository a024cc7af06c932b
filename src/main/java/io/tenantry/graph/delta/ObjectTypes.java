package io.tenantry.graph.delta;

import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types of directory objects by id: of purged ones as well, which only the change sequence remembers. */
final class ObjectTypes {
    private final Session session;

    ObjectTypes(Session session) {
        this.session = session;
    }

    Map<String, String> of(Set<String> ids) {
        Map<String, String> types = new HashMap<>();
        read("select id, type from directory_object where tenant = {tenant} and id in ?", ids, types);
        List<String> purged = new ArrayList<>(ids);
        purged.removeAll(types.keySet());
        read(
                "select object_id, type from change where tenant = {tenant} and kind = 'PURGED' and object_id in ?",
                purged,
                types);
        return types;
    }

    private void read(String statement, Collection<String> ids, Map<String, String> types) {
        if (!ids.isEmpty()) {
            session.query(statement, row -> types.put(row.getString(1), row.getString(2)), ids);
        }
    }
}
