package io.tenantry.odata.edm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An entity or complex type with everything it inherits. Members are found by name in any case. */
public final class StructuredType {
    private final String name;
    private final List<String> lineage;
    private final boolean entity;
    private final boolean open;
    private final Rules rules;
    private final Keys keys;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Map<String, Navigation> navigations = new LinkedHashMap<>();
    private final List<Property> shown;
    private final List<Navigation> inline;

    /** What holds for all that is asked of a type or written to it, as the Edm annotates it. */
    record Rules(
            boolean directory,
            boolean unfiltered,
            boolean unexpanded,
            boolean unskipped,
            boolean oneExpanded,
            Optional<Integer> maxPage,
            boolean exactNames) {}

    /** Properties by which an entity is addressed. */
    record Keys(String key, List<String> alternate) {
        static final Keys NONE = new Keys(null, List.of());
    }

    StructuredType(
            List<String> lineage,
            boolean entity,
            boolean open,
            Rules rules,
            Keys keys,
            Collection<Property> properties,
            Collection<Navigation> navigations) {
        this.name = lineage.get(0);
        this.lineage = lineage;
        this.entity = entity;
        this.open = open;
        this.rules = rules;
        this.keys = keys;
        properties.forEach(p -> this.properties.put(p.name().toLowerCase(Locale.ROOT), p));
        navigations.forEach(n -> this.navigations.put(n.name().toLowerCase(Locale.ROOT), n));
        this.shown = properties.stream().filter(p -> !p.selectOnly()).toList();
        this.inline = navigations.stream().filter(n -> n.relation().isEmpty()).toList();
    }

    /** Short name: {@code user}. */
    public String name() {
        return name;
    }

    /** Its own name, then those of its base types. */
    public List<String> lineage() {
        return lineage;
    }

    public boolean isA(String type) {
        return lineage.contains(type);
    }

    public boolean entity() {
        return entity;
    }

    public boolean open() {
        return open;
    }

    /** Whether the query rules of the directory hold: advanced queries, pages of 100 to 999, no {@code $skip}. */
    public boolean directory() {
        return rules.directory;
    }

    /** Whether a request expands one relationship at most. */
    public boolean oneExpanded() {
        return rules.directory || rules.oneExpanded;
    }

    /** Whether collections of it take no {@code $filter} at all. */
    public boolean unfiltered() {
        return rules.unfiltered;
    }

    /** Whether what it leads to is never answered with it, but by paths of its own. */
    public boolean unexpanded() {
        return rules.unexpanded;
    }

    /** Whether they take no {@code $skip}. */
    public boolean unskipped() {
        return rules.unskipped;
    }

    /** The largest page that may be asked for, where it is not the usual one. */
    public Optional<Integer> maxPage() {
        return rules.maxPage;
    }

    /** Whether bodies must spell names exactly (cross-tenant-access-policy.md §4.4). */
    public boolean exactNames() {
        return rules.exactNames;
    }

    /** The key property, null for types without one. */
    public String key() {
        return keys.key;
    }

    public List<String> alternateKeys() {
        return keys.alternate;
    }

    public Collection<Property> properties() {
        return properties.values();
    }

    /** Those that are served unless others are selected. */
    public List<Property> shown() {
        return shown;
    }

    /** Relationships that are not kept as references: what they lead to may stand in the document itself. */
    public List<Navigation> inline() {
        return inline;
    }

    public Collection<Navigation> navigations() {
        return navigations.values();
    }

    public Optional<Property> property(String anyCase) {
        return Optional.ofNullable(properties.get(anyCase.toLowerCase(Locale.ROOT)));
    }

    public Optional<Navigation> navigation(String anyCase) {
        return Optional.ofNullable(navigations.get(anyCase.toLowerCase(Locale.ROOT)));
    }
}
