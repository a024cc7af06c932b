package io.tenantry.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References in {@code @odata.bind}: the host, the version and the set are not looked at, the key is (odata-protocol.md §11).
 */
final class ObjectReference {
    /** Most references that one request may add to a group (directory.md §7.3). */
    static final int MOST = 20;

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern LAST_SEGMENT = Pattern.compile("([^/('\"]+)['\")/]*$");

    private ObjectReference() {}

    /** The last GUID of the URL, as sent; where there is none the last segment, which may be a user principal name. */
    static String key(String url) {
        String key = null;
        for (Matcher guids = GUID.matcher(url); guids.find(); ) {
            key = guids.group();
        }
        if (key != null) {
            return key;
        }
        Matcher segment = LAST_SEGMENT.matcher(url);
        return segment.find() ? segment.group(1) : url;
    }

    /** The object that a URL names; E1 where there is none. */
    static Entity resolve(Session session, String url) {
        String key = key(url);
        return find(session, key).orElseThrow(() -> GraphError.notFound(key));
    }

    /** A live object by id, or a user by name. */
    static Optional<Entity> find(Session session, String key) {
        return Ids.isGuid(key)
                ? session.findObject(Ids.canonical(key), false)
                : session.findBy("user", "userPrincipalName", key);
    }

    /** The URLs of {@code name@odata.bind}: one or several. */
    static List<String> bound(ObjectNode body, String name) {
        List<String> urls = new ArrayList<>();
        JsonNode bound = body.get(name + "@odata.bind");
        if (bound == null || bound.isNull()) {
            return urls;
        }
        if (bound.isTextual()) {
            urls.add(bound.asText());
            return urls;
        }
        bound.forEach(url -> urls.add(url.asText()));
        return urls;
    }
}
