package io.tenantry.store.failure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnstorableTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Ana Pérez", "Žofie 😀", "😀😀"})
    void wholeCharactersAreStorable(String text) {
        assertTrue(UnstorableText.isStorable(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\ud800", "\ud800a", "\udc00", "a\udc00\ud800", "😀\ud83d"})
    void nulAndHalfPairsAreNot(String text) {
        assertFalse(UnstorableText.isStorable(text));
    }
}
