package io.tenantry.directory.group;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.groupBody;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.TwoTenants;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** directory.md §7 and §8. */
@QuarkusTest
class GroupsHttpTest implements TwoTenants {
    private static final String GROUPS = "/v1.0/groups";
    private static final String BAD = "Request_BadRequest";

    private static String bind(String name, String... ids) {
        StringBuilder urls = new StringBuilder();
        for (String id : ids) {
            urls.append(urls.isEmpty() ? "" : ",").append("'https://graph.microsoft.com/v1.0/users/" + id + "'");
        }
        return "'" + name + "@odata.bind':[" + urls + "]";
    }

    @Test
    void aSecurityGroupHasNoMail() {
        SOURCE.get(GROUPS + "/" + SOURCE.newGroup("dock"))
                .body("'@odata.context'", endsWith("#groups/$entity"))
                .body("groupTypes", hasSize(0))
                .body("mail", nullValue())
                .body("visibility", nullValue());
    }

    @Test
    void aUnifiedGroupHasAnAddress() {
        SOURCE.post(
                        GROUPS,
                        groupBody("dock", "'groupTypes':['Unified']")
                                .replace("'mailEnabled':false", "'mailEnabled':true"))
                .statusCode(201)
                .body("mail", is("dock@" + DOMAIN))
                .body("proxyAddresses", contains("SMTP:dock@" + DOMAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "mailEnabled", "mailNickname", "securityEnabled"})
    void whatIsRequiredIsNamed(String property) {
        String body =
                groupBody("dock", "'description':'North'").replaceAll("'" + property + "':(true|false|'[^']*'),", "");

        refused(
                SOURCE.post(GROUPS, body),
                400,
                BAD,
                "A value is required for property '" + property + "' of resource 'Group'.");
    }

    @Test
    void membersAndOwnersComeWithTheGroup() {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        String group = created(SOURCE.post(GROUPS, groupBody("dock", bind("members", ana), bind("owners", ben))));

        SOURCE.get(GROUPS + "/" + group + "/members")
                .body("'@odata.context'", endsWith("#directoryObjects"))
                .body("value[0].'@odata.type'", is("#microsoft.graph.user"))
                .body("value.id", contains(ana));
        SOURCE.get(GROUPS + "/" + group + "/owners").body("value.id", contains(ben));
        refused(SOURCE.post(GROUPS, groupBody("dock", bind("members", ana, ana))), 400, BAD);
    }

    @Test
    void aMemberIsAddedOnceAndMustExist() {
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        String members = GROUPS + "/" + dock + "/members";
        done(SOURCE.post(members + "/$ref", reference(ana)));

        refused(
                SOURCE.post(members + "/$ref", reference(ana)),
                400,
                BAD,
                "One or more added object references already exist for the following modified properties: 'members'.");
        missing(SOURCE.post(members + "/$ref", reference(UNKNOWN)), UNKNOWN);
        done(SOURCE.delete(members + "/" + ana + "/$ref"));
        missing(SOURCE.delete(members + "/" + ana + "/$ref"), dock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com/v1.0/users/{id}",
                "https://elsewhere.example/beta/directoryObjects('{id}')",
                "https://graph.microsoft.com/v2/5a1de000-5eed-4a11-8d00-00000000a11d/directoryObjects/{id}/Microsoft.DirectoryServices.User"
            })
    void aReferenceHasManyForms(String url) {
        String ana = SOURCE.newUser("ana");

        done(SOURCE.post(
                GROUPS + "/" + SOURCE.newGroup("dock") + "/members/$ref",
                "{'@odata.id':'" + url.replace("{id}", ana).replace("'", "\\u0027") + "'}"));
    }

    @Test
    void theLastOwnerStays() {
        String ana = SOURCE.newUser("ana");
        String group = created(SOURCE.post(GROUPS, groupBody("dock", bind("owners", ana))));

        refused(
                SOURCE.delete(GROUPS + "/" + group + "/owners/" + ana + "/$ref"),
                400,
                BAD,
                "The group must have at least one owner, hence this owner cannot be removed.");
    }

    @Test
    void membersAreWrittenAsReferencesOnly() {
        String members = GROUPS + "/" + SOURCE.newGroup("dock") + "/members";

        refused(
                SOURCE.post(members, "{'displayName':'ana'}"),
                400,
                "BadRequest",
                "Write requests are only supported on contained entities");
        refused(
                SOURCE.patch(members + "/$ref", "{}"),
                400,
                "BadRequest",
                "The request is currently not supported on the targeted entity set");
    }

    @Test
    void nestedMembersAreTransitive() {
        String ana = SOURCE.newUser("ana");
        String inner = SOURCE.newGroup("inner");
        String outer = SOURCE.newGroup("outer");
        SOURCE.post(GROUPS + "/" + inner + "/members/$ref", reference(ana));
        SOURCE.post(GROUPS + "/" + outer + "/members/$ref", reference(inner));

        SOURCE.get(GROUPS + "/" + outer + "/transitiveMembers").body("value.id", containsInAnyOrder(ana, inner));
    }

    @Test
    void aRuleThatDoesNotParseIsRefused() {
        String dynamic = "'groupTypes':['DynamicMembership'],'membershipRuleProcessingState':'On','membershipRule':";

        refused(SOURCE.post(GROUPS, groupBody("dock", dynamic + "'user.nope -eq 1'")), 400, BAD);
        SOURCE.post(GROUPS, groupBody("dock", dynamic + "'user.accountEnabled -eq true'"))
                .statusCode(201);
    }

    /** A rule of 28 characters held everyone's writes for 17 seconds; larger ones are refused when they are written. */
    @ParameterizedTest
    @CsvSource({
        "(a+)+$, 201",
        "^(a|aa)+$, 201",
        "(?!b)(a|aa)+$, 201",
        "(a{1000}){1000}, 400",
        "((((a{99}){99}){99}){99}), 400",
        "(, 400",
        "a**, 400"
    })
    void aRuleIsBoundedInWhatItCosts(String pattern, int status) {
        String ana = SOURCE.newUser("ana");
        done(SOURCE.patch("/v1.0/users/" + ana, "{'jobTitle':'" + "a".repeat(60) + "!'}"));
        String rule =
                "'groupTypes':['DynamicMembership'],'membershipRule':'user.jobTitle -match \\\"" + pattern + "\\\"'";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> SOURCE.post(GROUPS, groupBody("dock", rule))
                .statusCode(status));
    }

    @Test
    void getByIdsLeavesOutWhatIsUnknownAndTakesAThousand() {
        String ana = SOURCE.newUser("ana");
        String ids = "'" + ana + "','" + UNKNOWN + "'";

        SOURCE.post("/v1.0/directoryObjects/getByIds", "{'ids':[" + ids + "],'types':['User']}")
                .statusCode(200)
                .body("value.id", contains(ana));
        refused(
                SOURCE.post(
                        "/v1.0/directoryObjects/getByIds",
                        "{'ids':[" + ("'" + UNKNOWN + "',").repeat(1000) + ids + "]}"),
                400,
                BAD);
    }
}
