package io.tenantry.console.mapping;

/** What was sent as a draft is none; its message is for whoever sent it. */
final class UnusableDraft extends RuntimeException {
    UnusableDraft(String message) {
        super(message, null, false, false);
    }
}
