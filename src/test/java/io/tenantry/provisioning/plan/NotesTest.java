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

    /** Whoever may name users can make such names. */
    @Test
    void keysOfTheSameHashAreTwoKeys() {
        String one = "WsMEUUuHnqxq5";
        String other = "HfpF8OtI61533";
        assertEquals(Notes.hash(one), Notes.hash(other));
        try (Notes notes = new Notes(1 << 10)) {
            notes.put(one, "1");
            assertEquals(Optional.empty(), notes.text(other));
            notes.put(other, "2");
            assertEquals(Optional.of("1"), notes.text(one));
            assertEquals(Optional.of("2"), notes.text(other));
        }
    }
}
