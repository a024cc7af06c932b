package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.user.SourceUser;
import java.util.List;

/** All live users of the source, page by page. */
final class UsersPass implements Pass {
    @Override
    public int advance(Batch batch) {
        List<SourceUser> users = batch.users();
        if (users.isEmpty()) {
            batch.enter(Phase.GROUPS);
            return 0;
        }
        batch.provisionUsers(users);
        batch.at(users.get(users.size() - 1).id());
        return users.size();
    }
}
