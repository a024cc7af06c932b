package io.tenantry.provisioning.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.List;

/** {@code mail} of an external user; the target computes {@code otherMails} and {@code proxyAddresses} from it (directory.md §5.1). */
final class MailProperty implements TargetAttribute {
    @Override
    public Value read(Entity target) {
        return Value.of(target.text("mail"));
    }

    /** What is no address cannot be invited (provisioning-engine.md §10). */
    @Override
    public Value accept(Value mapped) {
        String mail = mapped.text();
        if (!MailAddresses.wellFormed(mail)) {
            throw new MappingFailure(new Failure(
                    "InvitationCreationFailureInvalidPropertyValue",
                    "The value " + ExpressionError.quoted(mail) + " of mail is not an SMTP address.",
                    "Correct the mapping of mail or the address of the user."));
        }
        return Value.of(mail);
    }

    @Override
    public void write(Entity target, Value value) {
        String mail = value.text();
        target.set("proxyAddresses", addresses(target, mail));
        target.set("mail", mail);
        target.set("otherMails", List.of(mail));
    }

    /** The new primary address in the place of the former one, which goes; secondary ones stay. */
    private static ArrayNode addresses(Entity target, String mail) {
        ArrayNode addresses = Json.array();
        addresses.add("SMTP:" + mail);
        for (String address : target.texts("proxyAddresses")) {
            if (!address.startsWith("SMTP:") && !address.equalsIgnoreCase("smtp:" + mail)) {
                addresses.add(address);
            }
        }
        return addresses;
    }
}
