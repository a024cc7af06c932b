package io.tenantry.directory.seed;

import io.tenantry.directory.role.Roles;
import io.tenantry.world.SeedContext;
import io.tenantry.world.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;

/** Users, groups and role assignments of a scenario. */
@ApplicationScoped
public class ObjectsSeed implements TenantSeed {
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void seed(SeedContext context) {
        SeededObjects objects = new SeededObjects(context.session(), context.now());
        context.users().forEach(objects::user);
        context.groups().forEach(objects::group);
        objects.finish();
        context.roleAssignments()
                .forEach(held ->
                        Roles.assign(context.session(), held.roleTemplateId(), held.principalId(), Roles.DIRECTORY));
    }
}
