package io.tenantry.directory.user;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordRuleTest {
    @Test
    void threeOfFourKindsOfCharactersAreEnough() {
        assertTrue(PasswordRule.allows("Harbour7", "iris", ""));
        assertTrue(PasswordRule.allows("harbour-7", "iris", ""));
        assertFalse(PasswordRule.allows("harbourlights", "iris", ""));
        assertFalse(PasswordRule.allows("HARBOUR77", "iris", ""));
    }

    @Test
    void eightToTwoHundredAndFiftySixCharacters() {
        assertFalse(PasswordRule.allows("Kelp-4x", "iris", ""));
        assertTrue(PasswordRule.allows("Kelp-4xy", "iris", ""));
        assertTrue(PasswordRule.allows("Aa1" + "x".repeat(253), "iris", ""));
        assertFalse(PasswordRule.allows("Aa1" + "x".repeat(254), "iris", ""));
    }

    @Test
    void theNameMustNotOccur() {
        assertFalse(PasswordRule.allows("My-Iris.Moor-77", "iris.moor", ""));
    }

    @Test
    void disableStrongPasswordWaivesTheRule() {
        assertTrue(PasswordRule.allows("harbourlights", "iris", "DisablePasswordExpiration, DisableStrongPassword"));
    }

    @Test
    void aPasswordMatchesItsHashOnly() {
        String hash = Passwords.hash("Trellis-42-orbit!");
        assertFalse(hash.contains("Trellis"));
        assertTrue(Passwords.matches("Trellis-42-orbit!", hash));
        assertFalse(Passwords.matches("trellis-42-orbit!", hash));
    }
}
