package io.tenantry.provisioning.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class NotesTest {
    /** More than is held in memory, and more than the first table takes. */
    @Test
    void theValueThatWasPutLastHolds() {
        try (Notes notes = new Notes(1 << 20)) {
            String filler = "x".repeat(200);
            for (int i = 0; i < 200_000; i++) {
                notes.put("key" + i % 100_000, i + filler);
            }
            for (int i = 0; i < 100_000; i++) {
                assertEquals(Optional.of(i + 100_000 + filler), notes.text("key" + i));
            }
            assertEquals(Optional.empty(), notes.text("key100000"));
        }
    }
}
