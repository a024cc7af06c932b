package io.tenantry.provisioning.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.store.Entity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Managers who were not linked when their reports were looked at, in the second pass (provisioning-engine.md §6.3). */
class PendingManagersTest {
    /** Source → target. */
    private final Map<String, ObjectLink> links = new HashMap<>();
    /** User of the target → manager there. */
    private final Map<String, String> managers = new HashMap<>();

    private final Set<String> live = new HashSet<>();

    private void link(String source, String target, LinkState state) {
        links.put(source, new ObjectLink(ObjectType.USER, source, target, state, false));
        live.add(target);
    }

    private List<PendingManagers.Resolved> resolved(String... reports) {
        return PendingManagers.resolved(
                new Kept(),
                List.of(reports).stream()
                        .map(each -> new PendingReference(each, "cho", "log"))
                        .toList());
    }

    private static ManagerFlow.NewManager change(PendingManagers.Resolved resolved) {
        return resolved.manager().orElseThrow();
    }

    @Test
    void whoIsLinkedByNowIsSetAndTheFormerOneTold() {
        link("ana", "a", LinkState.LINKED);
        link("ben", "b", LinkState.LINKED);
        link("cho", "c", LinkState.LEAVING);
        managers.put("b", "former");
        List<PendingManagers.Resolved> resolved = resolved("ana", "ben");
        assertEquals(new ManagerFlow.NewManager("a", null, "c"), change(resolved.get(0)));
        assertEquals(new ManagerFlow.NewManager("b", "former", "c"), change(resolved.get(1)));
    }

    @Test
    void aManagerWhoIsNotKeptOrNotLiveInTheTargetIsNone() {
        link("ana", "a", LinkState.LINKED);
        assertEquals(Optional.empty(), resolved("ana").get(0).manager());
        link("cho", "c", LinkState.REMOVED);
        assertEquals(Optional.empty(), resolved("ana").get(0).manager());
        link("cho", "c", LinkState.LINKED);
        live.remove("c");
        assertEquals(Optional.empty(), resolved("ana").get(0).manager());
    }

    @Test
    void nothingIsToldOfAReportWhoIsNotInTheTargetAnyMore() {
        link("cho", "c", LinkState.LINKED);
        link("ana", "a", LinkState.REMOVED);
        assertEquals(List.of(), resolved("ana", "nobody"));
    }

    @Test
    void ofTwoReportsWithOneTargetTheFirstSetsTheManager() {
        link("ana", "a", LinkState.LINKED);
        link("twin", "a", LinkState.LINKED);
        link("cho", "c", LinkState.LINKED);
        List<PendingManagers.Resolved> resolved = resolved("ana", "twin");
        assertFalse(resolved.get(0).isHeld());
        assertTrue(resolved.get(1).isHeld());
    }

    /** What is asked for, and nothing else. */
    private final class Kept implements Holdings {
        @Override
        public Map<String, ObjectLink> links(Collection<String> sourceIds) {
            return asked(links, sourceIds);
        }

        @Override
        public Set<String> live(Collection<String> ids) {
            Set<String> found = new HashSet<>(live);
            found.retainAll(ids);
            return found;
        }

        @Override
        public Map<String, String> managers(Collection<String> targetIds) {
            return asked(managers, targetIds);
        }

        private static <T> Map<String, T> asked(Map<String, T> of, Collection<String> ids) {
            Map<String, T> found = new HashMap<>(of);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public Map<String, Escrow> escrows(Collection<String> sourceIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Entity> targets(Collection<String> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ObjectLink> linksTo(Collection<String> targetIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TargetIndex index(Collection<Candidate> candidates, Map<String, Entity> known) {
            throw new UnsupportedOperationException();
        }
    }
}
