package io.tenantry.provisioning;

import java.util.Collection;
import java.util.stream.Stream;

/** Work on each of many that touches nothing but what it is given. */
public final class AllCores {
    /** From so many on, sharing the work pays. */
    private static final int MANY = 64;

    private AllCores() {}

    public static <T> Stream<T> stream(Collection<T> each) {
        return each.size() < MANY ? each.stream() : each.parallelStream();
    }
}
