package io.tenantry.provisioning.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
    private final KeyFilter held = new KeyFilter();

    @Test
    void noKeyThatIsHeldIsTakenForFree() {
        IntStream.range(0, 100_000).forEach(i -> held.add(Notes.hash("@user" + i + "@alder.example")));
        assertTrue(IntStream.range(0, 100_000).allMatch(i -> held.mayHold(Notes.hash("@user" + i + "@alder.example"))));
    }

    @Test
    void nearlyEveryKeyThatNobodyHoldsIsKnownToBeFree() {
        IntStream.range(0, 100_000).forEach(i -> held.add(Notes.hash("@user" + i + "@alder.example")));
        long taken = IntStream.range(0, 100_000)
                .filter(i -> held.mayHold(Notes.hash("@other" + i + "@alder.example")))
                .count();
        assertTrue(taken < 100, taken + " of 100,000");
    }

    @Test
    void keysOfDifferentKindsAreDifferentKeys() {
        held.add(Notes.hash("@ana"));
        assertFalse(held.mayHold(Notes.hash("uana")));
    }

    @Test
    void aFullFilterTellsOfNoKey() {
        assertTrue(KeyFilter.full().mayHold(Notes.hash("@ana")));
    }
}
