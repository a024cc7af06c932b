package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.failure.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed is told to the holder of the key alone. */
class SealTest {
    @TempDir
    Path folder;

    @Test
    void theKeyOfAFileOpensWhatItClosedAfterARestartToo() throws IOException {
        Path file = folder.resolve("seal.key");
        String closed = Seal.in(file).close("kelp and dulse");

        assertFalse(closed.contains("kelp"));
        assertEquals("kelp and dulse", Seal.in(file).open(closed));
    }

    @Test
    void theSameTextIsNeverClosedTheSameWay() {
        Seal seal = Seal.of("words of the team");

        assertNotEquals(seal.close("kelp"), seal.close("kelp"));
    }

    @Test
    void anotherKeyIsNamedAsTheCause() throws IOException {
        String closed = Seal.of("one").close("kelp");
        Path file = folder.resolve("seal.key");

        StoreException refused =
                assertThrows(StoreException.class, () -> Seal.in(file).open(closed));
        assertTrue(refused.getMessage().contains(file.toString()), refused::getMessage);
        assertThrows(StoreException.class, () -> Seal.none().open(closed));
    }

    @Test
    void aKeyFileThatHoldsNoneIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("seal.key"), "not a key");

        StoreException refused = assertThrows(StoreException.class, () -> Seal.in(file));
        assertTrue(refused.getMessage().contains(file.toString()), refused::getMessage);
    }

    @Test
    void whatWasWrittenWithoutAKeyIsReadWithOne() {
        assertEquals("kelp", Seal.of("words").open(Seal.none().close("kelp")));
    }
}
