package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.Reading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of objects.
 *
 * @param count of all that the query finds, as Graph tells it with the first page; else 0
 * @param part address that it is read anew from
 * @param next address of the page behind, empty for none
 * @param first address of the first page, empty where this is it
 * @param error why Graph does not list them, empty where it does
 */
public record ObjectList(
        List<String> columns, List<ObjectRow> rows, long count, String part, String next, String first, String error) {
    static ObjectList read(Reading reading, TenantHead head, Listing listing, ListQuery query) {
        ApiAnswer answer = reading.tried(query.call(head, listing));
        JsonNode found = answer.json();
        List<ObjectRow> rows = new ArrayList<>();
        found.path("value").forEach(each -> rows.add(ObjectRow.of(head, listing, each)));
        String page = head.href(listing.tab);
        String next = skipToken(found.path("@odata.nextLink").asText(""));
        return new ObjectList(
                listing.columns,
                rows,
                found.path("@odata.count").asLong(),
                query.address(page(head, listing), query.after()),
                next.isEmpty() ? "" : query.address(page, next),
                query.after().isEmpty() ? "" : query.address(page, ""),
                answer.error());
    }

    /** Where the list alone is. */
    static String page(TenantHead head, Listing listing) {
        return head.href() + "/list/" + listing.collection;
    }

    private static String skipToken(String link) {
        if (link.isEmpty()) {
            return "";
        }
        for (String parameter : rawQuery(link).split("&")) {
            if (parameter.startsWith("$skiptoken=") || parameter.startsWith("%24skiptoken=")) {
                return URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static String rawQuery(String link) {
        return link.substring(link.indexOf('?') + 1);
    }
}
