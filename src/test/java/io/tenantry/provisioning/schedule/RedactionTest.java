package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import org.junit.jupiter.api.Test;

/** functions-for-customizing-application-data, Redact. */
class RedactionTest extends EngineTest {
    private static ObjectNode source(String expression) {
        return Json.object().put("expression", expression).put("type", "Function");
    }

    @Test
    void whatIsRedactedIsExportedAndNotLogged() {
        w.alderwood.patch(w.ben, ben -> ben.set("employeeId", "0815-secret"));
        w.sync.map("employeeId", "source", source("Append(Redact([employeeId]), \"-k\")"));
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("employeeId", "0816-secret"));
        w.sync.cycle();

        assertEquals("0816-secret-k", w.target(w.ben).text("employeeId"));
        String log = "";
        for (Entity entry : w.sync.log()) {
            log += Json.write(entry.properties());
        }
        assertFalse(log.contains("secret"));
        assertTrue(
                log.contains("{\"displayName\":\"employeeId\",\"oldValue\":\"[Redact]\",\"newValue\":\"[Redact]\"}"));
    }
}
