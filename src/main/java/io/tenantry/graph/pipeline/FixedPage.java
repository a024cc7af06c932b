package io.tenantry.graph.pipeline;

import io.tenantry.odata.filter.FilterRules;
import io.tenantry.odata.query.Criteria;
import io.tenantry.odata.query.OrderBy;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.SkipToken;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;

/** Pages of entities that are at hand, in their own order: neither filtered nor sorted, and whole unless a page size is asked for. */
final class FixedPage {
    private static final String ORDER = "as they are";

    private FixedPage() {}

    /** @param paged whether a page size is asked for */
    static Page of(List<Entity> entities, Query query, boolean paged) {
        List<Entity> all = all(entities, query.criteria());
        if (!query.order().isEmpty()) {
            throw OrderBy.unsupported();
        }
        int start = Math.min(
                all.size(),
                query.paging()
                        .skipToken()
                        .map(FixedPage::start)
                        .orElse(query.paging().skip()));
        int end = paged ? Math.min(all.size(), start + query.paging().top()) : all.size();
        return new Page(
                all.subList(start, end),
                end < all.size() ? Optional.of(token(end)) : Optional.empty(),
                query.counted() && query.paging().begins() ? Optional.of((long) all.size()) : Optional.empty(),
                place -> token(start + place + 1));
    }

    private static String token(long begin) {
        return SkipToken.of(ORDER, List.of(begin));
    }

    /** Throws 400 for a query that wants less than all of them. */
    static List<Entity> all(List<Entity> entities, Criteria criteria) {
        if (!criteria.equals(Criteria.NONE)) {
            throw FilterRules.unfiltered();
        }
        return entities;
    }

    private static int start(String token) {
        Object start = SkipToken.read(token, ORDER, 1).get(0);
        if (start instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw SkipToken.invalid();
    }
}
