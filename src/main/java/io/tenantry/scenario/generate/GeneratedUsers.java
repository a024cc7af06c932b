package io.tenantry.scenario.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.scenario.file.TenantScenario;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The made-up users of a tenant, one at a time: nobody is kept in memory, each follows from its number. */
public final class GeneratedUsers implements Iterable<ObjectNode> {
    private static final Instant FIRST_DAY = Instant.parse("2012-02-01T07:00:00Z");
    private static final int DAYS = 5000;

    private final TenantScenario tenant;
    private final Predicate<String> taken;
    private final People people;
    private final int count;
    private final String domain;

    /** @param taken UPNs, lower case, that listed users have */
    public GeneratedUsers(TenantScenario tenant, Predicate<String> taken) {
        this.tenant = tenant;
        this.taken = taken;
        this.count = tenant.generate().users();
        this.people = new People(tenant.generate().seed());
        this.domain = tenant.domains().get(tenant.domains().size() - 1);
    }

    @Override
    public Iterator<ObjectNode> iterator() {
        return IntStream.range(0, count).mapToObj(this::user).iterator();
    }

    /** Id of the user with this number. */
    String id(int number) {
        return Ids.derived(tenant.id() + "/generated/" + tenant.generate().seed() + "/" + number);
    }

    private ObjectNode user(int number) {
        People.Person person = people.person(number);
        Region region = person.region();
        SplittableRandom random = people.random(number);
        String nickname = nickname(person);
        ObjectNode user = Json.object();
        user.put("id", id(number));
        user.put("userPrincipalName", nickname + "@" + domain);
        user.put("displayName", person.displayName());
        user.put("givenName", person.givenName());
        user.put("surname", person.surname());
        user.put("mailNickname", nickname);
        // one in a hundred works without a mailbox, three in a hundred have left
        if (random.nextInt(100) != 0) {
            user.put("mail", nickname + "@" + domain);
        }
        user.put("accountEnabled", random.nextInt(100) >= 3);
        user.put("userType", "Member");
        user.put("employeeId", String.format("E%07d", number + 1));
        work(user, number);
        place(user, region, random);
        user.put("createdDateTime", Json.instant(created(random)));
        return user;
    }

    private String nickname(People.Person person) {
        String nickname = person.nickname();
        while (taken.test(nickname + "@" + domain)) {
            nickname += ".g";
        }
        return nickname;
    }

    private void work(ObjectNode user, int number) {
        user.put("companyName", tenant.displayName());
        if (number == 0) {
            user.put("department", "Executive Board").put("jobTitle", "Chief Executive Officer");
            return;
        }
        Departments department = OrganizationChart.department(number);
        user.put("department", department.title);
        user.put("jobTitle", jobTitle(department, number));
        user.put("manager", id(OrganizationChart.manager(number)));
    }

    private String jobTitle(Departments department, int number) {
        if (OrganizationChart.manager(number) == 0) {
            return "Head of " + department.title;
        }
        return OrganizationChart.leadsOthers(number, count)
                ? department.title + " Team Lead"
                : department.jobs.get(number % department.jobs.size());
    }

    private static void place(ObjectNode user, Region region, SplittableRandom random) {
        user.put("city", region.cities().get(random.nextInt(region.cities().size())));
        user.put("country", region.country());
        user.put("usageLocation", region.country());
        user.put("preferredLanguage", region.language());
        user.put("officeLocation", "Floor " + random.nextInt(1, 9) + ", room " + random.nextInt(100, 400));
        user.putArray("businessPhones")
                .add(region.telephone() + " 555 " + String.format("%04d", random.nextInt(10000)));
    }

    private static Instant created(SplittableRandom random) {
        return FIRST_DAY.plus(random.nextInt(DAYS), ChronoUnit.DAYS).plusSeconds(random.nextInt(36_000));
    }
}
