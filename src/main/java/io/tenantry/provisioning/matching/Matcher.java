package io.tenantry.provisioning.matching;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.store.Entity;
import io.tenantry.store.key.Key;
import java.util.List;
import java.util.Optional;

/**
 * Finds the target's object of a source user, in the order of provisioning-engine.md §3: the binding, a pending invitation to the same
 * address, and then what an invitation would collide with. Internal users are never joined.
 */
public final class Matcher {
    private final TargetIndex index;

    public Matcher(TargetIndex index) {
        this.index = index;
    }

    public TargetMatch match(Candidate candidate) {
        Optional<Entity> bound = index.bound(candidate.binding());
        if (bound.isPresent()) {
            return new TargetMatch.Bound(bound.get());
        }
        List<TargetMatch> invited = index.holders(candidate.address()).stream()
                .map(holder -> invited(holder, candidate))
                .toList();
        if (!invited.isEmpty()) {
            return ofAll(invited, candidate);
        }
        return index.named(candidate.userPrincipalName()).isPresent()
                ? new TargetMatch.Collision(nameTaken(candidate.userPrincipalName()))
                : new TargetMatch.None();
    }

    /** What stands in the way of the address and the name that an existing object is to have. */
    public Optional<Failure> conflict(Entity changed) {
        String mail = changed.text("mail");
        boolean held = mail != null
                && index.holders(mail).stream().anyMatch(each -> !each.id().equals(changed.id()));
        if (held) {
            return Optional.of(Failure.conflict(
                    "Another object already holds the address " + mail + ".",
                    "Remove the conflicting value from one of the objects."));
        }
        String name = changed.text("userPrincipalName");
        return index.named(name).filter(each -> !each.id().equals(changed.id())).map(each -> nameTaken(name));
    }

    /** What stands in the way of an invitation does so, whoever else holds the address. */
    private static TargetMatch ofAll(List<TargetMatch> invited, Candidate candidate) {
        Optional<TargetMatch> collision =
                invited.stream().filter(TargetMatch.Collision.class::isInstance).findFirst();
        return collision.orElseGet(() -> invited.size() == 1
                ? invited.get(0)
                : collision(
                        "DuplicateTargetEntries",
                        invited.size() + " users of the target hold the address " + candidate.address() + ".",
                        "Leave the address to one of the users in the target tenant."));
    }

    /** What an invitation to the address meets in an object that holds it. */
    private static TargetMatch invited(Entity holder, Candidate candidate) {
        if (holder.type().equals("group")) {
            return collision(
                    "InvitationCreationFailureInvalidPropertyValue",
                    "The address " + candidate.address() + " is that of a group.",
                    "Change the mail address of the user or of the group.");
        }
        if (!ExternalUser.isExternal(holder)) {
            return collision(
                    "InvitationCreationFailureAmbiguousUser",
                    "The address " + candidate.address() + " is a proxy address of an internal user.",
                    "Remove the address from the internal user, or take the user out of scope.");
        }
        String binding = holder.text(HiddenProperties.BINDING);
        if (binding == null) {
            return holder.flag("accountEnabled")
                    ? new TargetMatch.Pending(holder)
                    : collision(
                            "InvitationCreationFailureUserAccountDisabled",
                            "The invited user is disabled and the invitation is pending.",
                            "Enable the user in the target tenant.");
        }
        return homeTenant(binding).equals(homeTenant(candidate.binding()))
                ? new TargetMatch.Shared(holder)
                : collision(
                        "InvitationCreationFailureAmbiguousUser",
                        "The address " + candidate.address() + " belongs to an external user of another tenant.",
                        "Remove the address from the other user, or take the user out of scope.");
    }

    private static String homeTenant(String binding) {
        return Key.fold(binding.substring(0, binding.indexOf('/')));
    }

    private static Failure nameTaken(String userPrincipalName) {
        return Failure.conflict(
                "Another object with the same value for property userPrincipalName already exists: " + userPrincipalName
                        + ".",
                "Change the name of one of the users.");
    }

    private static TargetMatch collision(String code, String reason, String recommendedAction) {
        return new TargetMatch.Collision(new Failure(code, reason, recommendedAction));
    }
}
