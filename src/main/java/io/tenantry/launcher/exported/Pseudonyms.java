package io.tenantry.launcher.exported;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands for whom, and for what: the same for the same key, not to be told without it. */
final class Pseudonyms {
    private static final List<String> GIVEN = List.of(
            "Ada", "Bo", "Cleo", "Dag", "Edda", "Finn", "Gia", "Hal", "Ines", "Jon", "Kaia", "Leif", "Mira", "Nils",
            "Oda", "Per", "Quinn", "Runa", "Sven", "Tove", "Ulf", "Vera", "Wim", "Yara", "Zeno", "Alma", "Bram", "Cira",
            "Dov", "Elin", "Fritz", "Greta");
    private static final List<String> SURNAME = List.of(
            "Alder", "Birch", "Cove", "Dune", "Elm", "Ferry", "Grove", "Heath", "Isle", "Jetty", "Keel", "Linden",
            "Marsh", "North", "Oakes", "Pike", "Quay", "Reed", "Shore", "Thorn", "Upton", "Vale", "Wharf", "Yarrow",
            "Ash", "Brook", "Cliff", "Dale", "East", "Field", "Glen", "Holt");
    private static final Pattern GUID = Pattern.compile(
            "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?<![0-9a-fA-F])[0-9a-fA-F]{32}(?![0-9a-fA-F])");
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+)@([A-Za-z0-9.-]+)");
    private static final String EXTERNAL = "#EXT#";

    /** A made-up person; {@code local} stands before the @ of its addresses. */
    record Person(String givenName, String surname, String displayName, String local) {}

    private final Mac mac;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, String> domains = new HashMap<>();
    private final Map<String, String> organizations = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> locals = new HashSet<>();

    Pseudonyms(String key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String of) {
        return ByteBuffer.wrap(mac.doFinal(of.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                & Long.MAX_VALUE;
    }

    // ---- known beforehand

    void organization(String displayName, String initialDomain) {
        String name = "Organization " + (organizations.size() + 1);
        if (!displayName.isEmpty() && !displayName.equals("source") && !displayName.equals("target")) {
            organizations.putIfAbsent(displayName, name);
        }
        domains.putIfAbsent(
                initialDomain, "tenant" + (domains.size() + 1) + initialDomain.substring(initialDomain.indexOf('.')));
    }

    String domain(String domain) {
        return domains.computeIfAbsent(
                domain.toLowerCase(Locale.ROOT), each -> "domain" + (domains.size() + 1) + ".example");
    }

    void id(String id) {
        byte[] bytes = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
        ids.computeIfAbsent(id, each -> UUID.nameUUIDFromBytes(bytes).toString());
    }

    Person person(Map<String, Object> user) {
        String id = Exported.text(user, "id");
        Person known = people.get(id);
        if (known != null) {
            return known;
        }
        id(id);
        long number = number(id);
        String given = GIVEN.get((int) (number % GIVEN.size()));
        String surname = SURNAME.get((int) (number / GIVEN.size() % SURNAME.size()));
        String local = (given + "." + surname).toLowerCase(Locale.ROOT);
        String free = local;
        for (int i = 2; !locals.add(free); i++) {
            free = local + i;
        }
        String suffix = free.substring(local.length());
        Person person =
                new Person(given, surname, given + " " + surname + (suffix.isEmpty() ? "" : " " + suffix), free);
        people.put(id, person);
        own(person, user);
        return person;
    }

    /** All addresses of a person: those with one local part keep having one. */
    private void own(Person person, Map<String, Object> user) {
        Map<String, String> own = new HashMap<>();
        user.forEach((name, value) -> {
            for (Object each : value instanceof List<?> list ? list : List.of(value)) {
                if (each instanceof String text && text.contains("@") && !text.contains(EXTERNAL)) {
                    ADDRESS.matcher(text).results().forEach(address -> {
                        String local = own.computeIfAbsent(
                                address.group(1).toLowerCase(Locale.ROOT),
                                part -> own.isEmpty() ? person.local : person.local + "." + (own.size() + 1));
                        addresses.putIfAbsent(
                                address.group().toLowerCase(Locale.ROOT), local + "@" + domain(address.group(2)));
                    });
                }
            }
        });
    }

    // ---- replacements

    /** A text with all that is known in it replaced. */
    String text(String text) {
        String replaced = text;
        for (Map.Entry<String, String> each : organizations.entrySet()) {
            replaced = replaced.replace(each.getKey(), each.getValue());
        }
        replaced = GUID.matcher(replaced).replaceAll(this::guid);
        replaced = replaced.contains("@") ? ADDRESS.matcher(replaced).replaceAll(this::address) : replaced;
        return domains.getOrDefault(replaced.toLowerCase(Locale.ROOT), replaced);
    }

    private String guid(MatchResult found) {
        boolean dashed = found.group().contains("-");
        String id = dashed
                ? found.group()
                : found.group().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        String replaced = ids.get(id.toLowerCase(Locale.ROOT));
        return replaced == null ? found.group() : dashed ? replaced : replaced.replace("-", "");
    }

    private String address(MatchResult found) {
        String whole = found.group().toLowerCase(Locale.ROOT);
        String local = found.group(1);
        int external = local.indexOf(EXTERNAL);
        if (external > 0) {
            return java.util.regex.Matcher.quoteReplacement(
                    external(local.substring(0, external)) + EXTERNAL + "@" + domain(found.group(2)));
        }
        String known = addresses.computeIfAbsent(
                whole, each -> "someone" + number(local) % 1_000_000 + "@" + domain(found.group(2)));
        return java.util.regex.Matcher.quoteReplacement(known);
    }

    /** {@code ana_alder.example}: the address at home, its @ as an underscore. */
    private String external(String name) {
        int at = name.lastIndexOf('_');
        String home = at < 0 ? name : text(name.substring(0, at) + "@" + name.substring(at + 1));
        return home.replace('@', '_');
    }

    String telephone(String number) {
        return "+1 555 01" + String.format("%02d", number(number) % 100) + " "
                + String.format("%04d", number(number) / 100 % 10_000);
    }

    String digits(String text) {
        return String.format("%06d", number(text) % 1_000_000);
    }

    String company(String name) {
        return "Company " + (1 + number(name) % 1000);
    }

    String group(String name) {
        return "Group " + digits(name);
    }
}
