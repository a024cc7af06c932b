package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sees follows from its permissions, whatever way it reads (sight.txt). */
@QuarkusTest
class SightHttpTest implements TwoTenants {
    private static String ana;
    private static String bo;
    private static String team;
    private static String robot;

    /** Made once, since nothing here changes it. Ana is in the team and managed by Bo, who owns it; a group and a service principal are members too. */
    @Override
    @BeforeEach
    public void world() {
        if (ana != null) {
            return;
        }
        TwoTenants.super.world();
        ana = SOURCE.newUser(
                "ana", "'city':'Oslo'", "'jobTitle':'Pilot'", "'surname':'Berg'", "'businessPhones':['1']");
        bo = SOURCE.newUser("bo", "'city':'Rome'", "'surname':'Neri'");
        team = SOURCE.newGroup("team", "'description':'Sky'");
        String sub = SOURCE.newGroup("sub");
        String app = GraphHttp.created(SOURCE.post("/v1.0/applications", "{'displayName':'robot'}"));
        String appId = SOURCE.get("/v1.0/applications/" + app).extract().path("appId");
        robot = GraphHttp.created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));
        for (String member : new String[] {ana, sub, robot}) {
            done(SOURCE.post("/v1.0/groups/" + team + "/members/$ref", reference(member)));
        }
        done(SOURCE.post("/v1.0/groups/" + team + "/owners/$ref", reference(bo)));
        done(SOURCE.put("/v1.0/users/" + ana + "/manager/$ref", reference(bo)));
    }

    // ---- what is shown

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            User.ReadBasic.All | /v1.0/users/{ana}                                          | displayName=ana surname=Berg jobTitle=null businessPhones=[]
            User.ReadBasic.All | /v1.0/users/ana@alderwood.onmicrosoft.com                  | displayName=ana jobTitle=null
            User.ReadBasic.All | /v1.0/users(userPrincipalName='ana@alderwood.onmicrosoft.com') | displayName=ana jobTitle=null
            User.ReadBasic.All | /v1.0/users/{ana}?$select=id,city,surname                  | id={ana} city=null surname=Berg
            User.ReadBasic.All | /v1.0/users/{ana}?$select=*                                | surname=Berg jobTitle=null
            User.ReadBasic.All | /beta/users/{ana}                                          | surname=Berg city=null accountEnabled=null proxyAddresses=[]
            User.ReadBasic.All | /v1.0/users?$filter=surname eq 'Berg'                      | value[0].displayName=ana value[0].jobTitle=null
            User.ReadBasic.All | /v1.0/users?$filter=startswith(displayName,'an')&$select=city | value[0].city=null
            User.ReadBasic.All | /v1.0/users?$orderby=displayName desc&$select=displayName,city | value[0].displayName=bo value[0].city=null
            User.Read.All      | /v1.0/users/{ana}?$select=id,city                          | city=Oslo
            User.Read.All      | /v1.0/users/{ana}?$expand=manager                          | manager.displayName=bo manager.id={bo}
            Directory.Read.All | /v1.0/users?$filter=city eq 'Oslo'                         | value[0].jobTitle=Pilot
            GroupMember.Read.All | /v1.0/groups/{team}                                      | displayName=team description=Sky securityIdentifier=null proxyAddresses=[]
            Group.ReadBasic.All  | /v1.0/groups/{team}?$select=displayName,membershipRule,isAssignableToRole | displayName=team membershipRule=null isAssignableToRole=null
            Group.Read.All       | /v1.0/groups/{team}?$select=displayName,mailNickname     | displayName=team mailNickname=team
            Group.Read.All       | /v1.0/groups/{team}?$expand=owners                       | owners[0].id={bo} owners[0].displayName=null
            GroupMember.Read.All | /v1.0/groups/{team}?$expand=members($select=id,displayName) | members.size()=3
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.user         | value[0].id={ana} value[0].displayName=null value[0].businessPhones=[]
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.user?$select=id,displayName | value[0].id={ana} value[0].displayName=null
            GroupMember.Read.All | /v1.0/groups/{team}/members/{ana}                        | @odata.type=#microsoft.graph.user id={ana} displayName=null
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.servicePrincipal | value[0].id={robot} value[0].appId=null value[0].accountEnabled=null
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.group        | value[0].displayName=sub value[0].securityIdentifier=null
            GroupMember.Read.All | /v1.0/groups/{team}/transitiveMembers/microsoft.graph.user | value[0].id={ana} value[0].displayName=null
            GroupMember.Read.All | /v1.0/groups/{team}/owners                               | value[0].@odata.type=#microsoft.graph.user value[0].id={bo} value[0].displayName=null
            GroupMember.Read.All User.ReadBasic.All | /v1.0/groups/{team}/members/microsoft.graph.user | value[0].displayName=ana value[0].jobTitle=null
            GroupMember.Read.All User.Read.All      | /v1.0/groups/{team}/members/microsoft.graph.user | value[0].displayName=ana value[0].jobTitle=Pilot
            GroupMember.Read.All Application.Read.All | /v1.0/groups/{team}/members/microsoft.graph.servicePrincipal | value[0].displayName=robot
            GroupMember.ReadBasic.All | /v1.0/users/{ana}/memberOf                          | value[0].@odata.type=#microsoft.graph.group value[0].id={team} value[0].displayName=null
            GroupMember.Read.All      | /v1.0/users/{ana}/memberOf/microsoft.graph.group    | value[0].displayName=team value[0].securityIdentifier=null
            User.Read.All             | /v1.0/users/{ana}/transitiveMemberOf                | value[0].id={team} value[0].displayName=null
            """)
    void whatTheCallerDoesNotSeeIsNull(String permissions, String path, String shown) {
        shows(app(permissions).get(filled(path)).statusCode(200), shown);
    }

    @Test
    void membersOfATypeThatTheCallerDoesNotReadHaveTypeAndIdOnly() {
        ValidatableResponse members = app("GroupMember.Read.All")
                .get("/v1.0/groups/" + team + "/members")
                .statusCode(200);
        members.body("value.find{it.id=='" + ana + "'}.'@odata.type'", is("#microsoft.graph.user"));
        members.body("value.find{it.id=='" + ana + "'}.userPrincipalName", nullValue());
        members.body("value.find{it.id=='" + robot + "'}.'@odata.type'", is("#microsoft.graph.servicePrincipal"));
        members.body("value.find{it.id=='" + robot + "'}.displayName", nullValue());
        app("GroupMember.Read.All")
                .get("/v1.0/groups/" + team + "?$expand=members")
                .statusCode(200)
                .body("members.find{it.id=='" + ana + "'}.displayName", nullValue())
                .body("members.find{it.id=='" + ana + "'}.'@odata.type'", is("#microsoft.graph.user"));
        app("GroupMember.Read.All")
                .get("/v1.0/groups/" + team + "/members/$ref")
                .statusCode(200)
                .body("value", hasSize(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            User.Read                    | /v1.0/me?$select=city,jobTitle              | city=Oslo jobTitle=Pilot
            User.Read                    | /v1.0/users/{ana}                           | jobTitle=Pilot
            User.ReadBasic.All           | /v1.0/me                                    | displayName=ana jobTitle=null
            User.Read                    | /v1.0/me/memberOf                           | value[0].id={team} value[0].displayName=null
            User.Read Group.Read.All     | /v1.0/me/memberOf                           | value[0].displayName=team
            User.Read Group.ReadBasic.All | /v1.0/me/memberOf                          | value[0].displayName=team value[0].securityIdentifier=null
            User.Read User.ReadBasic.All | /v1.0/users?$filter=surname eq 'Berg'       | value[0].jobTitle=Pilot
            User.Read User.ReadBasic.All | /v1.0/users/{bo}?$select=surname,city       | surname=Neri city=null
            User.Read                    | /v1.0/organization                          | value[0].displayName=Alderwood value[0].tenantType=null value[0].assignedPlans=[] value[0].verifiedDomains.size()=1
            """)
    void ofThemselvesUsersSeeEverything(String scopes, String path, String shown) {
        shows(SOURCE.signedIn(ana, scopes.split(" ")).get(filled(path)).statusCode(200), shown);
    }

    // ---- what is refused

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            User.ReadBasic.All   | /v1.0/users?$filter=city eq 'Oslo'
            User.ReadBasic.All   | /v1.0/users?$filter=startswith(city,'O')
            User.ReadBasic.All   | /v1.0/users?$filter=surname eq 'Berg' and accountEnabled eq true
            User.ReadBasic.All   | /v1.0/users?$filter=surname eq 'x' or city eq 'Oslo'
            User.ReadBasic.All   | /v1.0/users?$filter=city in ('Oslo')
            User.ReadBasic.All   | /v1.0/users?$filter=city ge 'O'
            User.ReadBasic.All   | /v1.0/users?$filter=city ne null&$count=true
            User.ReadBasic.All   | /v1.0/users?$filter=not(city eq 'Rome')&$count=true
            User.ReadBasic.All   | /v1.0/users?$filter=proxyAddresses/any(a:a eq 'smtp:x')
            User.ReadBasic.All   | /v1.0/users?$filter=assignedLicenses/$count eq 0&$count=true
            User.ReadBasic.All   | /v1.0/users?$filter=ownedObjects/$count eq 0&$count=true
            User.ReadBasic.All   | /v1.0/users?$filter=onPremisesExtensionAttributes/extensionAttribute1 eq 'x'&$count=true
            User.ReadBasic.All   | /v1.0/users?$filter=extension_0123456789abcdef0123456789abcdef_grade eq 'x'
            User.ReadBasic.All   | /v1.0/users?$filter=signInActivity/lastSignInDateTime le 2020-01-01T00:00:00Z
            User.ReadBasic.All   | /v1.0/users?$orderby=createdDateTime&$count=true
            User.ReadBasic.All   | /v1.0/users?$search="mailNickname:a"&$count=true
            User.ReadBasic.All   | /v1.0/users/$count?$filter=city eq 'Oslo'
            User.ReadBasic.All   | /v1.0/users/$count?$search="mailNickname:a"
            User.ReadBasic.All   | /v1.0/users/{ana}/city
            User.ReadBasic.All   | /v1.0/users/{ana}/city/$value
            User.ReadBasic.All   | /v1.0/users/{ana}/proxyAddresses/$count
            User.ReadBasic.All   | /v1.0/users/{ana}/onPremisesExtensionAttributes/extensionAttribute1
            User.ReadBasic.All   | /v1.0/users/{ana}?$expand=manager
            User.ReadBasic.All   | /v1.0/users?$expand=memberOf
            User.ReadBasic.All   | /v1.0/users/delta
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.user?$filter=startswith(displayName,'a')&$count=true
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.user?$orderby=displayName&$count=true
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.user?$search="displayName:a"&$count=true
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.user/$count?$filter=city eq 'Oslo'
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.user/$ref?$filter=city eq 'Oslo'&$count=true
            GroupMember.Read.All | /v1.0/groups/{team}/members?$filter=startswith(displayName,'a')&$count=true
            GroupMember.Read.All | /v1.0/groups/{team}/members?$search="displayName:a"&$count=true
            GroupMember.Read.All | /v1.0/groups/{team}/members/$count?$filter=startswith(displayName,'a')
            GroupMember.Read.All | /v1.0/groups/{team}/members/{ana}/microsoft.graph.user/city
            GroupMember.Read.All | /v1.0/groups/{team}/members/{ana}/microsoft.graph.user/manager
            GroupMember.Read.All | /v1.0/groups/{team}/members/{ana}/microsoft.graph.user/appRoleAssignments
            GroupMember.Read.All | /v1.0/groups/{team}/members/{robot}/microsoft.graph.servicePrincipal/synchronization/jobs
            GroupMember.Read.All | /v1.0/groups/{team}/members/microsoft.graph.user?$expand=manager
            GroupMember.Read.All | /v1.0/groups/{team}/transitiveMembers/microsoft.graph.user?$filter=city eq 'Oslo'&$count=true
            GroupMember.Read.All | /v1.0/groups?$filter=membershipRuleProcessingState eq 'On'
            GroupMember.Read.All | /v1.0/groups?$filter=isAssignableToRole eq true
            GroupMember.Read.All | /v1.0/groups(uniqueName='x')
            Group.ReadBasic.All  | /v1.0/groups/{team}/members
            Group.ReadBasic.All  | /v1.0/groups/{team}?$expand=members
            Group.ReadBasic.All  | /v1.0/groups?$filter=owners/$count eq 0&$count=true
            Group.ReadBasic.All  | /v1.0/groups/delta?$select=displayName,members
            Group.ReadBasic.All  | /v1.0/groups/delta?$select=displayName,membershipRule
            """)
    void whatWouldTellOfItIsRefused(String permissions, String path) {
        refused(app(permissions).eventual().get(filled(path)), 403, code(path));
    }

    /** The answer names the permission, as the service of the logs does. */
    private static String code(String path) {
        return path.contains("signInActivity")
                ? "Authentication_MSGraphPermissionMissing"
                : "Authorization_RequestDenied";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            User.Read.All             | /v1.0/users?$select=id,signInActivity
            User.Read.All             | /v1.0/users/{ana}?$select=signInActivity
            User.Read.All             | /v1.0/users/{ana}/signInActivity
            User.Read.All             | /v1.0/users?$filter=signInActivity/lastSignInDateTime le 2020-01-01T00:00:00Z
            Directory.Read.All        | /beta/users?$select=signInActivity
            Directory.Read.All        | /v1.0/groups/{team}/members?$select=signInActivity
            Directory.Read.All        | /v1.0/groups/{team}/members/microsoft.graph.user?$select=signInActivity
            Directory.Read.All        | /v1.0/users?$expand=manager($select=signInActivity)
            User.Read.All             | /v1.0/auditLogs/signIns
            Directory.Read.All        | /v1.0/auditLogs/directoryAudits
            User.Read.All             | /beta/auditLogs/signIns
            User.Read.All             | /v1.0/auditLogs/provisioning
            """)
    void signInsAndLogsAskForTheirOwnPermission(String permissions, String path) {
        refused(app(permissions).get(filled(path)), 403, "Authentication_MSGraphPermissionMissing")
                .body("error.message", containsString("AuditLog.Read.All"));
        app(permissions + " AuditLog.Read.All").get(filled(path)).statusCode(not(403));
    }

    @Test
    void aUserNeedsARoleForSignInsBesidesTheScope() {
        String path = "/v1.0/users?$select=id,signInActivity";
        String scopes = "AuditLog.Read.All User.Read.All";

        refused(SOURCE.user(scopes).get(path), 403, "Authentication_RequestFromUnsupportedUserRole");
        SOURCE.user(scopes, "Reports Reader").get(path).statusCode(200);
        refused(SOURCE.signedIn(ana, "User.Read").get("/v1.0/me?$select=signInActivity"), 403, code(path));
    }

    /** Who reads users may ask for users among members; service principals, which it does not read, are no part of the answer. */
    @Test
    void aQueryOverSeveralTypesIsAboutThoseThatTheCallerReads() {
        String path =
                "/v1.0/groups/" + team + "/members?$count=true&$search=\"displayName:ana\" OR \"displayName:robot\"";
        GraphHttp reader = app("GroupMember.Read.All User.Read.All").eventual();

        reader.get(path).statusCode(200).body("value.id", is(List.of(ana))).body("'@odata.count'", is(1));
        SOURCE.eventual().get(path).statusCode(200).body("value", hasSize(2));
        app("GroupMember.Read.All")
                .eventual()
                .get("/v1.0/groups/" + team + "/members?$count=true&$filter=id eq '" + ana + "'")
                .statusCode(200)
                .body("value.id", is(List.of(ana)));
    }

    /** The own user is one's own by its key; what it refers to is not. */
    @Test
    void whatOneselfRefersToIsNotOneself() {
        GraphHttp caller = SOURCE.signedIn(ana, "User.Read", "User.Read.All");

        caller.get("/v1.0/me?$expand=memberOf").statusCode(200).body("memberOf[0].displayName", nullValue());
        refused(caller.get("/v1.0/me/manager/microsoft.graph.user?$expand=memberOf"), 403, code(""));
        refused(
                SOURCE.signedIn(ana, "User.Read").get("/v1.0/me/memberOf/" + team + "/microsoft.graph.group/members"),
                403,
                code(""));
    }

    /** Who holds a role is told with the role, not who that is. */
    @Test
    void aRoleAssignmentNamesItsPrincipal() {
        String role = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
        String assignments = "/v1.0/roleManagement/directory/roleAssignments";
        String assignment = GraphHttp.created(SOURCE.post(
                assignments, "{'roleDefinitionId':'" + role + "','principalId':'" + bo + "','directoryScopeId':'/'}"));
        GraphHttp reader = app("RoleManagement.Read.Directory");

        reader.get(assignments + "?$expand=principal&$filter=principalId eq '" + bo + "'")
                .statusCode(200)
                .body("value[0].principal.id", is(bo))
                .body("value[0].principal.displayName", nullValue());
        reader.get(assignments + "/" + assignment + "/principal")
                .statusCode(200)
                .body("displayName", nullValue());
        refused(reader.get(assignments + "/" + assignment + "/principal/microsoft.graph.user/manager"), 403, code(""));
        refused(reader.get(assignments + "/" + assignment + "/principal/microsoft.graph.user/city"), 403, code(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Directory.Read.All", "User.Read.All"})
    void directoryObjectsAreForReadersOfTheDirectory(String permission) {
        int status = permission.equals("Directory.Read.All") ? 200 : 403;
        app(permission).get("/v1.0/directoryObjects/" + ana).statusCode(status);
        app(permission)
                .post("/v1.0/directoryObjects/getByIds", "{'ids':['" + ana + "']}")
                .statusCode(status);
    }

    // ----

    private static GraphHttp app(String permissions) {
        return SOURCE.app(permissions.split(" "));
    }

    private String filled(String text) {
        return text.replace("{ana}", ana)
                .replace("{bo}", bo)
                .replace("{team}", team)
                .replace("{robot}", robot);
    }

    /** {@code name=value} of each, null and [] being what they are. */
    private void shows(ValidatableResponse response, String shown) {
        Arrays.stream(filled(shown).split(" ")).forEach(each -> {
            int equals = each.indexOf('=');
            String name = each.substring(0, equals).replace("@odata.type", "'@odata.type'");
            response.body(name, value(each.substring(equals + 1)));
        });
    }

    private static Matcher<?> value(String text) {
        return switch (text) {
            case "null" -> nullValue();
            case "[]" -> hasSize(0);
            default -> text.matches("\\d") ? is(Integer.valueOf(text)) : is(text);
        };
    }
}
