package io.tenantry.control.job;

import io.tenantry.control.ControlError;

/** How many a page is to have. */
final class Tops {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private Tops() {}

    /** @param text null where nothing is said */
    static int of(String name, String text) {
        if (text == null) {
            return USUAL;
        }
        int wanted = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (wanted < 1 || wanted > MOST) {
            throw ControlError.badRequest(name, name + " must be a number from 1 to " + MOST);
        }
        return wanted;
    }
}
