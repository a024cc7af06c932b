package io.tenantry.packaged.hostile;

import java.util.List;
import java.util.Random;

/** Writes that would make a caller who may write groups and applications more than that. */
final class Privileges implements Attack {
    private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

    private final HostileWorld world;

    Privileges(HostileWorld world) {
        this.world = world;
    }

    @Override
    public Hostile next(Random random) {
        String user = "\"https://graph.microsoft.com/v1.0/"
                + Attack.pick(random, List.of("directoryObjects/", "users/", "/users//")) + world.user() + "\"";
        String group =
                Attack.pick(random, List.of("/v1.0/", "/beta/", "//v1.0//")) + "groups/" + world.privilegedGroup();
        Request request =
                switch (random.nextInt(10)) {
                    case 0 -> Request.of("PATCH", group).json("{\"members@odata.bind\":[" + user + "]}");
                    case 1 -> Request.of("PATCH", group).json("{\"owners@odata.bind\":[" + user + "]}");
                    case 2 -> Request.of("POST", group + "/members/$ref").json("{\"@odata.id\":" + user + "}");
                    case 3 -> Request.of("POST", group + "/owners/$ref").json("{\"@odata.id\":" + user + "}");
                    case 4 -> Request.of("DELETE", group);
                    case 5 -> Request.of("PATCH", group).json("{\"displayName\":\"mine\"}");
                    case 6 ->
                        Request.of("POST", "/v1.0/groups")
                                .json(
                                        "{\"displayName\":\"mine\",\"mailNickname\":\"mine\",\"mailEnabled\":false,\"securityEnabled\":true,"
                                                + "\"isAssignableToRole\":true,\"members@odata.bind\":[" + user + "]}");
                    case 7 ->
                        Request.of(
                                        "POST",
                                        "/v1.0/directoryRoles/roleTemplateId=" + GLOBAL_ADMINISTRATOR + "/members/$ref")
                                .json("{\"@odata.id\":" + user + "}");
                    case 8 ->
                        Request.of("POST", "/v1.0/roleManagement/directory/roleAssignments")
                                .json("{\"principalId\":\"" + world.user() + "\",\"roleDefinitionId\":\""
                                        + GLOBAL_ADMINISTRATOR + "\",\"directoryScopeId\":\"/\"}");
                    default ->
                        Request.of("POST", "/v1.0/servicePrincipals/" + world.graphPrincipal() + "/appRoleAssignedTo")
                                .json("{\"principalId\":\"" + world.user() + "\",\"resourceId\":\""
                                        + world.graphPrincipal()
                                        + "\",\"appRoleId\":\"df021288-bdef-4463-88db-98f22de89214\"}");
                };
        return Hostile.refused("more rights for oneself", request.bearer(world.weakToken()));
    }
}
