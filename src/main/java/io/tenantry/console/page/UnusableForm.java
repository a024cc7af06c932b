package io.tenantry.console.page;

/** A form that stands for no call; its message is for whoever filled it in. */
final class UnusableForm extends RuntimeException {
    UnusableForm(String message) {
        super(message, null, false, false);
    }
}
