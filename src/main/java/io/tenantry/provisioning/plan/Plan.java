package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.Gate;
import java.util.List;

/**
 * What the next cycle of a job would do.
 *
 * @param state stands for all that it follows from: the same for the same state of both tenants and the same proposal
 * @param initial whether everyone would be read
 */
record Plan(String state, boolean initial, List<Gate> gates, PlanRecord record) implements AutoCloseable {
    boolean open() {
        return gates.stream().allMatch(Gate::met);
    }

    /** A page without its link; counts are those of the whole plan. */
    ObjectNode page(List<Integer> numbers) {
        ObjectNode page = Json.object().put("cycle", initial ? "initial" : "incremental");
        page.set("gates", shown(gates));
        page.set("counts", record.counts());
        page.set("objects", record.objects(numbers));
        return page;
    }

    static ArrayNode shown(List<Gate> gates) {
        ArrayNode shown = Json.array();
        for (Gate each : gates) {
            shown.addObject().put("gate", each.gate()).put("met", each.met()).put("value", each.value());
        }
        return shown;
    }

    @Override
    public void close() {
        record.close();
    }
}
