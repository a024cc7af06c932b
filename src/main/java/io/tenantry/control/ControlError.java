package io.tenantry.control;

import io.tenantry.error.Excerpt;

/** A control call that cannot be done; answered as {@code {"error":{"message":…,"place":…}}}. */
public final class ControlError extends RuntimeException {
    private final int status;
    private final String place;

    /** @param place field of the body or parameter of the path that is meant, null for none */
    public ControlError(int status, String place, String message) {
        super(Excerpt.of(message), null, false, false);
        this.status = status;
        this.place = place;
    }

    public static ControlError badRequest(String place, String message) {
        return new ControlError(400, place, message);
    }

    public static ControlError notFound(String message) {
        return new ControlError(404, null, message);
    }

    int status() {
        return status;
    }

    String place() {
        return place;
    }
}
