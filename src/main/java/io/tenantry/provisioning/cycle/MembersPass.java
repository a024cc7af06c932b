package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.PendingMembers;
import java.util.List;
import java.util.Optional;

/** Members of the groups that were looked at: of each, who is to come, then who is to go. */
final class MembersPass implements Pass {
    private static final String JOINING = "+";
    private static final String LEAVING = "-";

    @Override
    public int advance(Batch batch) {
        Optional<PendingMembers> group = batch.memberships();
        if (group.isEmpty()) {
            batch.enter(Phase.FINISH);
            return 0;
        }
        String cursor = batch.cursor().isEmpty() ? JOINING : batch.cursor();
        boolean joining = cursor.startsWith(JOINING);
        List<String> looked = batch.resolveMembers(group.get(), joining, cursor.substring(1));
        if (looked.size() == batch.size()) {
            batch.at(cursor.charAt(0) + looked.get(looked.size() - 1));
        } else if (joining) {
            batch.at(LEAVING);
        } else {
            batch.filled(group.get());
            batch.at("");
        }
        return looked.size();
    }
}
