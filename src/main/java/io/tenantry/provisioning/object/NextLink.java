package io.tenantry.provisioning.object;

import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.store.Entity;
import java.util.Optional;

/** The link that an outcome leaves. */
public final class NextLink {
    private NextLink() {}

    /** Empty where the link stays as it is. */
    public static Optional<ObjectLink> of(SourceObject source, Outcome outcome, Mode mode) {
        if (outcome instanceof Outcome.Create create) {
            return Optional.of(
                    new ObjectLink(source.type(), source.id(), create.target().id(), LinkState.LINKED, false));
        }
        if (outcome instanceof Outcome.Kept kept) {
            return kept(source, kept.target(), mode);
        }
        if (outcome instanceof Outcome.Defer defer) {
            boolean invited = source.link().map(ObjectLink::invited).orElse(!mode.full());
            return Optional.of(
                    new ObjectLink(source.type(), source.id(), defer.target().id(), LinkState.LEAVING, invited));
        }
        if (outcome instanceof Outcome.Delete) {
            return source.link().map(link -> link.in(LinkState.REMOVED));
        }
        return outcome instanceof Outcome.Release release
                ? source.link().map(link -> link.in(released(release.cause())))
                : Optional.empty();
    }

    /** When the other source leaves as well, either may restore what both had. */
    private static LinkState released(Outcome.Release.Cause cause) {
        return switch (cause) {
            case DISABLED -> LinkState.UNMANAGED;
            case SHARED -> LinkState.REMOVED;
        };
    }

    /** Of a deletion that is held back. */
    public static Optional<ObjectLink> staged(SourceObject source) {
        return source.link().map(link -> link.in(LinkState.STAGED));
    }

    /** Links what is not linked so already. An object that was joined outside an initial cycle keeps its UPN until one. */
    private static Optional<ObjectLink> kept(SourceObject source, Entity target, Mode mode) {
        Optional<ObjectLink> before = source.link();
        boolean invited = !mode.full()
                && before.filter(each -> each.targetId().equals(target.id()))
                        .map(ObjectLink::invited)
                        .orElse(true);
        ObjectLink link = new ObjectLink(source.type(), source.id(), target.id(), LinkState.LINKED, invited);
        return before.filter(link::equals).isPresent() ? Optional.empty() : Optional.of(link);
    }
}
