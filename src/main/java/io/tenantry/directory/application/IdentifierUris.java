package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.organization.Domains;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The addresses by which an application is asked for: in a domain of the tenant, or named after application or tenant. */
final class IdentifierUris {
    private static final String PROPERTY = "identifierUris";
    private static final int LENGTH = 255;
    /** Names without a host. */
    private static final Set<String> HOSTLESS = Set.of("urn", "spn");

    private IdentifierUris() {}

    /** What was there before is not asked again. */
    static void check(Session session, ObjectNode before, Entity application) {
        Set<String> known = new HashSet<>();
        before.path(PROPERTY).forEach(uri -> known.add(uri.asText()));
        List<String> uris = application.texts(PROPERTY);
        if (uris.stream().distinct().count() < uris.size()) {
            throw ApplicationErrors.duplicateValue(PROPERTY);
        }
        for (String uri : uris) {
            if (!known.contains(uri)) {
                check(session, application, uri);
            }
            requireFree(session, application, uri);
        }
    }

    private static void check(Session session, Entity application, String text) {
        URI uri = parse(text);
        if (HOSTLESS.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            return;
        }
        String host = host(uri);
        boolean api = uri.getScheme().equalsIgnoreCase("api");
        if (!(api && namedAfterOwner(session, application, host, uri)) && !verified(session, host)) {
            throw ApplicationErrors.hostNotVerified(text);
        }
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text);
            if (text.length() <= LENGTH && uri.isAbsolute()) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw DirectoryErrors.invalidValue(PROPERTY, "Application");
        }
        throw DirectoryErrors.invalidValue(PROPERTY, "Application");
    }

    private static String host(URI uri) {
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw DirectoryErrors.invalidValue(PROPERTY, "Application");
        }
        return authority
                .substring(authority.indexOf('@') + 1)
                .replaceFirst(":\\d*$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** {@code api://{appId}}, {@code api://{tenantId}/…}, {@code api://…/{appId}}. */
    private static boolean namedAfterOwner(Session session, Entity application, String host, URI uri) {
        String appId = application.text("appId");
        String path = uri.getPath() == null ? "" : uri.getPath();
        return host.equals(appId)
                || host.equals(session.tenant().id())
                || path.substring(path.lastIndexOf('/') + 1).equalsIgnoreCase(appId);
    }

    /** The host or a domain above it. */
    private static boolean verified(Session session, String host) {
        for (String domain = host; domain.contains("."); domain = domain.substring(domain.indexOf('.') + 1)) {
            if (Domains.verified(session, domain)) {
                return true;
            }
        }
        return false;
    }

    private static void requireFree(Session session, Entity application, String uri) {
        if (session.holding(PROPERTY, uri).stream()
                .anyMatch(other -> !other.id().equals(application.id()))) {
            throw DirectoryErrors.sameKeyValue(DirectoryErrors.CONFLICTING);
        }
    }
}
