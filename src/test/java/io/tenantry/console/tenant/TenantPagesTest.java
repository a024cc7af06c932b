package io.tenantry.console.tenant;

import static io.restassured.RestAssured.given;
import static io.tenantry.console.SynchronizedWorld.page;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.console.SynchronizedWorld;
import io.tenantry.console.api.UrlText;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.Test;

/** The pages of tenants. */
@QuarkusTest
class TenantPagesTest implements SynchronizedWorld {
    private static final String LIST = "/" + SOURCE + "/list/users";

    @Test
    void allTenantsAreListed() {
        page("").body(containsString(ESCAPED), containsString("Cedarholm"), containsString(TENANTS + "/" + TARGET));
    }

    @Test
    void aTenantShowsItsPeopleWithALinkToEach() {
        page("/" + SOURCE)
                .body(
                        containsString("Ana " + ESCAPED + " Reis"),
                        containsString("alderwood.example"),
                        containsString(TENANTS + "/" + SOURCE + "/users/" + ANA),
                        containsString("<b>3</b> people"));
        page("/" + TARGET).body(containsString("<b>1</b> people, <b>1</b> of them external"));
    }

    @Test
    void whoIsSearchedForIsFoundByNameUserPrincipalNameAndId() {
        for (String q : new String[] {"ben", "Holt", "ben@alderwood", BEN}) {
            page(LIST + "?q=" + UrlText.encoded(q))
                    .header("HX-Replace-Url", containsString("q="))
                    .body(containsString("Ben Holt"), not(containsString("Bo Berg")));
        }
    }

    @Test
    void kindsOfPeopleAreToldApart() {
        page("/" + TARGET + "/list/users?kind=external").body(containsString("Reis"));
        page("/" + TARGET + "/list/users?kind=guest").body(not(containsString("Reis")));
        page("/" + TARGET + "/list/users?kind=" + SOURCE).body(containsString("Reis"));
        page("/" + TARGET + "/list/users?kind=" + BESIDE).body(not(containsString("Reis")));
        page("/" + TARGET + "/list/users?kind=" + UrlText.encoded("x' or 1 eq 1"))
                .body(not(containsString("Reis")));
    }

    @Test
    void theMembersOfAGroupAreListed() {
        page("/" + SOURCE + "?group=" + DOCK).body(containsString("Ben Holt"), not(containsString("Bo Berg")));
        page("/" + SOURCE + "/groups").body(containsString("Dock " + ESCAPED), containsString("?group=" + DOCK));
    }

    @Test
    void anApplicationThatSynchronizesLeadsToItsJob() {
        page("/" + SOURCE + "/applications?q=Birchline").body(containsString(TENANTS + "/" + SOURCE + "/jobs/" + JOB));
    }

    @Test
    void moreThanAPageIsPagedThrough() {
        LoadedScenario.load(
                """
                {"tenants": [{"id": "5a1de000-5eed-4a11-8d00-00000000a11d", "displayName": "Alderwood",
                  "initialDomain": "alderwood.onmicrosoft.com", "generate": {"users": 60, "seed": 1}}]}""");
        page("/" + SOURCE).body(containsString("60 found"));
        String next = "/" + SOURCE;
        int pages = 0;
        for (; !next.isEmpty(); pages++) {
            String page = page(next).extract().asString();
            int link = page.indexOf("\">Next page");
            next = link < 0
                    ? ""
                    : page.substring(page.lastIndexOf("href=\"", link) + 6, link)
                            .replace("&amp;", "&")
                            .replace(TENANTS, "");
        }
        assertTrue(pages == 3, () -> "60 people in pages of 25");
    }

    @Test
    void jobsAreShownAtBothEnds() {
        page("/" + SOURCE + "/synchronization")
                .body(allOf(containsString("To Birchline " + ESCAPED), containsString("Succeeded")));
        page("/" + TARGET + "/synchronization").body(containsString(TENANTS + "/" + SOURCE + "/jobs/" + JOB));
        page("/" + BESIDE + "/synchronization").body(containsString("No job of another tenant"));
    }

    @Test
    void accessIsShownAsItComesOutWithItsSource() {
        page("/" + TARGET + "/access")
                .body(
                        containsString("Default, for all others"),
                        containsString(">system<"),
                        containsString("Let in"),
                        containsString("00000000-5eed-4ced-8d00-000000000001"),
                        containsString("/identitySynchronization"));
        page("/" + TARGET + "/access/matrix").body(containsString("Trusted"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String none = "/_tenantry/console/tenants/none";
        for (String path : new String[] {"", "/groups", "/access", "/synchronization", "/list/users"}) {
            given().get(none + path).then().statusCode(404).body(containsString("there is no tenant"));
        }
    }

    @Test
    void oddSearchesAreAnswered() {
        for (String q : new String[] {
            "%00", "%22", "%5C", "%27", "a".repeat(3000), "%3Cscript%3E", "%F0%9F%92%A9", "*", "%20", "OR"
        }) {
            page(LIST + "?q=" + q).body(containsString("hx-swap=\"outerHTML\""), not(containsString("<script>")));
        }
        page(LIST + "?after=nothing").body(containsString("hx-swap=\"outerHTML\""));
        page("/" + SOURCE + "/list/nothing").body(containsString("Ben Holt"));
    }
}
