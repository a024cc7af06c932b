package io.tenantry.regex;

/** A regular expression asks for more steps on a text than one answer is worth. */
public final class CostlyMatch extends RuntimeException {
    CostlyMatch() {
        super("The regular expression takes too long on this value.", null, false, false);
    }
}
