package io.tenantry.family;

import io.tenantry.error.GraphError;
import io.tenantry.store.Entity;
import java.util.Map;
import java.util.Set;

/** What a caller sees of the objects of each type, once it may read them at all. */
public final class Sight {
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

    public static final Sight EVERYTHING = new Sight(Map.of(), "", Seen.WHOLE, Map.of());

    private final Map<String, Seen> limited;
    private final String self;
    private final Seen own;
    private final Map<String, GraphError> refusals;

    /**
     * @param limited of the types that it does not see whole, by their short names
     * @param self id of the caller's own user, empty for an application
     * @param own what it sees of that user
     * @param refusals with which errors some properties are refused, by property
     */
    public Sight(Map<String, Seen> limited, String self, Seen own, Map<String, GraphError> refusals) {
        this.limited = limited;
        this.self = self;
        this.own = own;
        this.refusals = refusals;
    }

    public Seen of(String type) {
        return limited.getOrDefault(type, Seen.WHOLE);
    }

    public Seen of(Entity entity) {
        return entity.id().equals(self) && entity.type().equals("user") ? own : of(entity.type());
    }

    /** Short names of the types that it does not see whole. */
    public Set<String> limited() {
        return limited.keySet();
    }

    /** The answer to who asks for a property that it does not see. */
    public GraphError refusal(String property) {
        return refusals.getOrDefault(property, GraphError.denied());
    }

    /** Whether such a property is refused even where it would only be shown. */
    public boolean refuses(String property) {
        return refusals.containsKey(property);
    }
}
