package io.tenantry.launcher;

/** Ports as they are typed. */
final class Ports {
    static final int LAST = 65535;

    private Ports() {}

    /** Throws {@link Refusal} where it is none. */
    static int number(String label, String value) {
        if (value.matches("0*[0-9]{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= LAST) {
                return port;
            }
        }
        throw Refusal.mistake(label + " takes a port from 1 to 65535, not '" + value + "'");
    }
}
