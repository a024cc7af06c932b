package io.tenantry.scenario.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.scenario.file.TenantScenario;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The made-up groups of a tenant, with members from its users: few large ones, many small ones. */
public final class GeneratedGroups implements Iterable<ObjectNode> {
    private static final List<String> BIRDS = List.of(
            "Avocet",
            "Bittern",
            "Curlew",
            "Dunlin",
            "Egret",
            "Fulmar",
            "Gannet",
            "Heron",
            "Ibis",
            "Jackdaw",
            "Kestrel",
            "Lapwing",
            "Merlin",
            "Nightjar",
            "Osprey",
            "Plover",
            "Quail",
            "Redshank",
            "Siskin",
            "Tern");
    private static final int SMALLEST = 4;
    private static final int SPAN = 200;
    /** Keeps what is drawn for groups apart from what is drawn for users. */
    private static final long OTHER_DRAW = 0x5DEECE66DL;

    private final TenantScenario tenant;
    private final GeneratedUsers users;
    private final List<String> listed;
    private final int population;
    private final People draw;

    /** @param listed ids of users that the scenario lists */
    public GeneratedGroups(TenantScenario tenant, GeneratedUsers users, List<String> listed) {
        this.tenant = tenant;
        this.users = users;
        this.listed = listed;
        this.population = listed.size() + tenant.generate().users();
        this.draw = new People(tenant.generate().seed() ^ OTHER_DRAW);
    }

    @Override
    public Iterator<ObjectNode> iterator() {
        return IntStream.range(0, tenant.generate().groups())
                .mapToObj(this::group)
                .iterator();
    }

    private ObjectNode group(int number) {
        SplittableRandom random = draw.random(number);
        String name = name(number);
        ObjectNode group = Json.object();
        group.put(
                "id",
                Ids.derived(
                        tenant.id() + "/generated group/" + tenant.generate().seed() + "/" + number));
        group.put("displayName", name);
        group.put("description", "Members of " + name + " at " + tenant.displayName());
        group.put("mailNickname", AsciiName.of(name) + "-" + (number + 1));
        group.put("mailEnabled", false);
        group.put("securityEnabled", true);
        if (population > 0) {
            int size = (int) Math.min(population, SMALLEST + Math.pow(random.nextDouble(), 3) * SPAN);
            group.set("members", Json.array(some(size, random)));
            group.set("owners", Json.array(some(1, random)));
        }
        return group;
    }

    private Set<String> some(int size, SplittableRandom random) {
        Set<String> ids = new LinkedHashSet<>();
        while (ids.size() < size) {
            int number = random.nextInt(population);
            ids.add(number < listed.size() ? listed.get(number) : users.id(number - listed.size()));
        }
        return ids;
    }

    private static String name(int number) {
        Departments[] departments = Departments.values();
        String department = departments[number % departments.length].title;
        int round = number / departments.length;
        int variant = round % 3;
        String bird = BIRDS.get((number / 3 + number) % BIRDS.size());
        String name = variant == 0
                ? department
                : variant == 1
                        ? "Project " + bird
                        : department + " "
                                + Region.ALL.get(number % Region.ALL.size()).country();
        int again = round / 3;
        return again == 0 ? name : name + " " + (again + 1);
    }
}
