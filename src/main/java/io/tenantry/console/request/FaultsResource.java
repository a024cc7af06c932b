package io.tenantry.console.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import io.tenantry.format.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** Rules by which calls fail, take long or lose their connection. */
@Path(Section.ROOT + "/faults")
public class FaultsResource {
    private final Api api;
    private final Pages pages;

    FaultsResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** The rules that are set. */
    public record FaultList(List<FaultRow> rows) {
        /** Those that can be chosen. */
        public List<String> methods() {
            return List.of("GET", "POST", "PATCH", "PUT", "DELETE");
        }
    }

    @GET
    public Response show() {
        Reading reading = api.reading();
        TenantNames tenants = TenantNames.of(reading);
        return pages.page("Faults", Section.REQUESTS, Templates.faults(list(reading, tenants), tenants.all()), reading);
    }

    @GET
    @Path("/rules")
    public Response rules() {
        Reading reading = api.reading();
        return pages.part(Templates.rules(list(reading, TenantNames.of(reading))));
    }

    private static FaultList list(Reading reading, TenantNames tenants) {
        ArrayNode rules = (ArrayNode) reading.control("/_tenantry/faults").path("rules");
        List<FaultRow> rows = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            rows.add(FaultRow.of(i, rules.get(i), Json.write(without(rules, i)), tenants));
        }
        return new FaultList(rows);
    }

    private static JsonNode without(ArrayNode rules, int number) {
        ObjectNode others = Json.object();
        ArrayNode kept = rules.deepCopy();
        kept.remove(number);
        others.set("rules", kept);
        return others;
    }
}
