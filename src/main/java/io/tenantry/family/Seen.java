package io.tenantry.family;

import java.util.Set;

/**
 * What a caller sees of the objects of one type; their id always.
 *
 * @param rest whether it sees what is not named
 * @param named what it sees besides the id; where it sees the rest, what it does not see
 */
public record Seen(boolean rest, Set<String> named) {
    public static final Seen WHOLE = new Seen(true, Set.of());

    public boolean shows(String property) {
        return rest != named.contains(property) || property.equals("id");
    }

    public boolean whole() {
        return rest && named.isEmpty();
    }

    /** Whether it sees no more than that the object is there. */
    public boolean nothing() {
        return !rest && named.isEmpty();
    }
}
