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
    private final boolean directory;
    private final boolean unfiltered;
    private final Optional<Integer> maxPage;
    private final boolean exactNames;
    private final String key;
    private final List<String> alternateKeys;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Map<String, Navigation> navigations = new LinkedHashMap<>();
    private final List<Property> shown;
    private final List<Navigation> inline;

    StructuredType(
            List<String> lineage,
            boolean entity,
            boolean open,
            boolean directory,
            boolean unfiltered,
            Optional<Integer> maxPage,
            boolean exactNames,
            String key,
            List<String> alternateKeys,
            Collection<Property> properties,
            Collection<Navigation> navigations) {
        this.name = lineage.get(0);
        this.lineage = lineage;
        this.entity = entity;
        this.open = open;
        this.directory = directory;
        this.unfiltered = unfiltered;
        this.maxPage = maxPage;
        this.exactNames = exactNames;
        this.key = key;
        this.alternateKeys = alternateKeys;
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
        return directory;
    }

    /** Whether collections of it take no {@code $filter} at all. */
    public boolean unfiltered() {
        return unfiltered;
    }

    /** The largest page that may be asked for, where it is not the usual one. */
    public Optional<Integer> maxPage() {
        return maxPage;
    }

    /** Whether bodies must spell names exactly (cross-tenant-access-policy.md §4.4). */
    public boolean exactNames() {
        return exactNames;
    }

    /** The key property, null for types without one. */
    public String key() {
        return key;
    }

    public List<String> alternateKeys() {
        return alternateKeys;
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
