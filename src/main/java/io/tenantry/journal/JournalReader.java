package io.tenantry.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the journal shows. Here exchanges are read and masked; nobody sees one otherwise. */
@Singleton
public class JournalReader {
    /**
     * Which exchanges: those that fit all that is not null, newest first.
     *
     * @param tenant id
     * @param status {@code 404}, or {@code 4xx} for all of a kind
     * @param before number of the exchange behind which they begin
     */
    public record Wanted(String tenant, PathPattern path, String status, Instant since, int top, long before) {
        private boolean fits(Shown shown) {
            Exchange exchange = shown.exchange();
            return (since == null || !exchange.at().isBefore(since))
                    && (status == null || fitsStatus(exchange.answered().status()))
                    && (path == null || path.fits(exchange.sent().path()))
                    && (tenant == null || tenant.equals(shown.caller().tenant()));
        }

        private boolean fitsStatus(int of) {
            return status.endsWith("xx") ? status.charAt(0) - '0' == of / 100 : status.equals(Integer.toString(of));
        }
    }

    private final Journal journal;
    private final Tenants tenants;

    JournalReader(Journal journal, Tenants tenants) {
        this.journal = journal;
        this.tenants = tenants;
    }

    /** With the id behind which the next page begins, null at the end. */
    public ObjectNode list(Wanted wanted) {
        List<Shown> found = wanted(wanted).limit(wanted.top + 1L).toList();
        boolean more = found.size() > wanted.top;
        List<Shown> page = more ? found.subList(0, wanted.top) : found;
        ArrayNode requests = Json.array();
        page.forEach(shown -> requests.add(ExchangeJson.listed(shown)));
        ObjectNode list = Json.object();
        list.set("requests", requests);
        return list.put("next", more ? page.get(page.size() - 1).exchange().id() : null);
    }

    public ObjectNode har(Wanted wanted) {
        List<Shown> found = new ArrayList<>(wanted(wanted).limit(wanted.top).toList());
        Collections.reverse(found);
        return Har.of(found);
    }

    public Optional<ObjectNode> one(long number) {
        return shown(number).map(ExchangeJson::whole);
    }

    public Optional<ObjectNode> har(long number) {
        return shown(number).map(List::of).map(Har::of);
    }

    public Optional<String> script(long number, Script script) {
        return shown(number).map(shown -> script.of(Script.Request.of(shown)));
    }

    private Optional<Shown> shown(long number) {
        return journal.find(number).map(exchange -> new Shown(exchange, tenants));
    }

    private Stream<Shown> wanted(Wanted wanted) {
        Predicate<Shown> fits = wanted::fits;
        return journal.before(wanted.before)
                .map(exchange -> new Shown(exchange, tenants))
                .filter(fits);
    }
}
