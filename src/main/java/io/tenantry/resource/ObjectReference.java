package io.tenantry.resource;

import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Session;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a directory object in {@code @odata.id} or {@code …@odata.bind}: any host and version, any set, the id as last segment or
 * in brackets, the internal form with a type behind it (odata-protocol.md §11).
 */
public final class ObjectReference {
    private static final Pattern GUID =
            Pattern.compile("[/(']([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?=['/)]|$)");

    private ObjectReference() {}

    /** Throws 400 for what is no address, 404 (E1) for an object that is not there. */
    public static Entity find(Session session, String address) {
        String id = id(address);
        return session.findObject(id, false).orElseThrow(() -> GraphError.notFound(id));
    }

    /** The last GUID of the address, lower case. */
    public static String id(String address) {
        if (address == null || address.isBlank()) {
            throw GraphError.malformed("The request payload must hold the property '@odata.id'.");
        }
        Matcher matcher = GUID.matcher("/" + address);
        String id = null;
        while (matcher.find()) {
            id = matcher.group(1);
        }
        if (id == null) {
            String last = address.substring(address.lastIndexOf('/') + 1);
            throw GraphError.badRequest("Invalid object identifier '" + last + "'.");
        }
        return Ids.canonical(id);
    }
}
