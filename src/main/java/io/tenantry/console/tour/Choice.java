package io.tenantry.console.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Between which tenants the tour goes, with whom, and where one stands in it.
 *
 * @param person id of a user of the source; empty where none was chosen
 * @param step empty for the first that is not done
 */
public record Choice(List<Party> tenants, Party source, Party target, String person, String q, String step) {
    private static final String ROOT = Section.ROOT + "/first-steps";

    /** Of the demo. */
    private static final List<String> DEMO =
            List.of("5eed0001-fe12-4000-8000-0000fe120001", "5eed0002-9011-4000-8000-000090110002");

    /** A tenant of the tour. */
    public record Party(String id, String name, String domain) {}

    /** Empty where there are no two tenants to go between. */
    static Optional<Choice> of(JsonNode all, String source, String target, String person, String q, String step) {
        List<Party> tenants = new ArrayList<>();
        all.forEach(tenant -> tenants.add(new Party(
                tenant.path("id").asText(),
                tenant.path("displayName").asText(),
                tenant.path("initialDomain").asText())));
        if (tenants.size() < 2) {
            return Optional.empty();
        }
        Party from = find(tenants, source).orElse(tenants.get(0));
        Party to = find(tenants, target).filter(each -> !each.equals(from)).orElseGet(() -> tenants.stream()
                .filter(each -> !each.equals(from))
                .findFirst()
                .orElseThrow());
        return Optional.of(new Choice(tenants, from, to, person, q, step));
    }

    private static Optional<Party> find(List<Party> tenants, String id) {
        return tenants.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public boolean isDemo() {
        return DEMO.equals(List.of(source.id(), target.id()));
    }

    Choice with(String somebody) {
        return new Choice(tenants, source, target, somebody, q, step);
    }

    /** The page of a step, or of the end. */
    public String href(Object number) {
        return ROOT + query(number.toString());
    }

    /** What changes of the page while one looks at it. */
    public String stateHref(Object number) {
        return ROOT + "/state" + query(number.toString());
    }

    private String query(String number) {
        return "?source=" + source.id() + "&target=" + target.id()
                + (person.isEmpty() ? "" : "&person=" + UrlText.encoded(person)) + "&step=" + number;
    }
}
