package io.tenantry.packaged.hostile;

import java.util.List;
import java.util.Random;

/** A kind of hostile requests. */
interface Attack {
    /** The next one; the same ones for the same random numbers. */
    Hostile next(Random random);

    static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
