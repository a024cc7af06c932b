package io.tenantry.provisioning.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class PackedTest {
    @Test
    void whatWasPackedIsReadInItsOrder() {
        String longText = "Łódź ".repeat(1000);
        Packed.Reader read = new Packed.Reader(new Packed()
                .put("")
                .put(7)
                .put((String) null)
                .put(longText)
                .put(1L << 40)
                .put(-1L)
                .toBytes());
        assertEquals("", read.text());
        assertEquals(7, read.number());
        assertNull(read.text());
        assertEquals(longText, read.text());
        assertEquals(1L << 40, read.large());
        assertEquals(-1L, read.large());
    }

    @Test
    void aTextMayBeLongerThanTheRoomThatIsThereAtFirst() {
        String longText = "x".repeat(3000);
        assertEquals(longText, new Packed.Reader(new Packed().put(longText).toBytes()).text());
    }
}
