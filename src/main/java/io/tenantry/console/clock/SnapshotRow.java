package io.tenantry.console.clock;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.Timestamps;
import java.util.ArrayList;
import java.util.List;

/**
 * A snapshot in a list.
 *
 * @param now the virtual time that it was taken at
 */
public record SnapshotRow(String name, String now) {
    /** What the buttons of it say, each another thing for who only hears them. */
    public String restore() {
        return "Restore " + name;
    }

    public String delete() {
        return "Delete " + name;
    }

    static List<SnapshotRow> all(Reading reading) {
        List<SnapshotRow> rows = new ArrayList<>();
        for (JsonNode each : reading.control("/_tenantry/snapshots")) {
            rows.add(new SnapshotRow(
                    each.path("name").asText(),
                    Timestamps.shown(each.path("now").asText())));
        }
        return rows;
    }
}
