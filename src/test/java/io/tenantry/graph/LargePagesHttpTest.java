package io.tenantry.graph;

import static java.util.stream.Collectors.joining;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page that has become large ends, whatever its size in objects: what many ask for at once has room in memory. */
@QuarkusTest
class LargePagesHttpTest implements TwoTenants {
    private static final int USERS = 320;
    private static final int GROUPS = 20;
    /** So many users are not too large, what they lead to is. */
    private static final int TOP = 240;

    private static final int LARGEST = 16 << 20;

    /** JSON, which is YAML too and read sooner. */
    @Override
    public String scenario() {
        String attributes = IntStream.rangeClosed(1, 15)
                .mapToObj(i -> "'extensionAttribute" + i + "': '" + "x".repeat(1000) + "'")
                .collect(joining(","));
        String users = IntStream.range(0, USERS)
                .mapToObj(i -> "{'displayName': 'User', 'userPrincipalName': '" + name(i)
                        + "', 'onPremisesExtensionAttributes': {" + attributes + "}}")
                .collect(joining(","));
        String members =
                IntStream.range(0, USERS).mapToObj(i -> "'" + name(i) + "'").collect(joining(","));
        String groups = IntStream.range(0, GROUPS)
                .mapToObj(i -> "{'displayName': 'dock" + i + "', 'description': '" + "d".repeat(1000)
                        + "', 'members': [" + members + "]}")
                .collect(joining(","));
        return ("{'tenants': [{'alias': 'source', 'id': '" + SOURCE_ID + "', 'displayName': 'Alderwood',"
                        + " 'initialDomain': '" + DOMAIN + "', 'users': [" + users + "], 'groups': [" + groups + "]}]}")
                .replace('\'', '"');
    }

    private static String name(int user) {
        return "user" + user + "@" + DOMAIN;
    }

    private static List<JsonPath> pages(String first) {
        List<JsonPath> pages = new ArrayList<>();
        for (String next = first;
                next != null;
                next = pages.get(pages.size() - 1).get("'@odata.nextLink'")) {
            String answer = SOURCE.get(next).statusCode(200).extract().asString();
            assertThat(answer.length(), lessThan(LARGEST));
            pages.add(JsonPath.from(answer));
        }
        return pages;
    }

    private static void eachUserOnce(List<JsonPath> pages) {
        assertThat(pages.size(), greaterThan(1));
        List<String> ids = new ArrayList<>();
        pages.forEach(page -> ids.addAll(page.getList("value.id")));
        assertEquals(USERS, ids.size());
        assertEquals(USERS, new HashSet<>(ids).size());
    }

    @Test
    void aPageOfLargeObjectsEndsEarly() {
        eachUserOnce(pages("/v1.0/users?$top=999"));
        eachUserOnce(pages("/v1.0/users?$top=999&$select=id&$orderby=userPrincipalName"));
    }

    @Test
    void aPageOfWhatItsObjectsLeadToEndsEarly() {
        List<JsonPath> pages = pages("/v1.0/users?$top=" + TOP + "&$select=id&$expand=memberOf");
        eachUserOnce(pages);
        for (JsonPath page : pages) {
            page.<List<?>>getList("value.memberOf").forEach(groups -> assertThat(groups.size(), is(GROUPS)));
        }
        assertThat(pages.get(0).getList("value").size(), lessThan(TOP));
    }
}
