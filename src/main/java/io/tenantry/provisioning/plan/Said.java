package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry.Ending;
import io.tenantry.format.Json;
import io.tenantry.provisioning.export.EntryTexts;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.List;

/**
 * What a plan says of an object, ready to be kept.
 *
 * @param packed all of it but the action
 */
record Said(PlanAction action, byte[] packed) {
    static Said of(Told told, EntryTexts texts) {
        Ending ending = texts.ending(told.object(), told.outcome());
        SourceObject source = told.object().read();
        Packed packed = begun(source, told.target().orElse(null), told.there());
        changes(packed, told.changes());
        return ended(PlanAction.of(told.outcome(), ending), packed, ending);
    }

    /** Of an object whose deletion is held back. */
    static Said staged(JudgedObject object, EntryTexts texts) {
        SourceObject source = object.read();
        Packed packed = begun(source, source.target().orElse(null), true);
        changes(packed, List.of());
        return ended(PlanAction.STAGED_DELETE, packed, texts.staged());
    }

    /** @param target null where there is none */
    private static Packed begun(SourceObject source, Entity target, boolean there) {
        Packed packed = new Packed().put(source.type().wireName());
        identity(packed, source.id(), source.object().orElse(null));
        if (target == null) {
            return packed.put(0);
        }
        identity(packed.put(1), there ? target.id() : null, target);
        return packed;
    }

    /** @param object null where there is none any more */
    private static void identity(Packed packed, String id, Entity object) {
        packed.put(id)
                .put(object == null ? null : object.text("displayName"))
                .put(object == null ? null : object.text("userPrincipalName"));
    }

    private static void changes(Packed packed, List<ModifiedProperty> changes) {
        packed.put(changes.size());
        for (ModifiedProperty each : changes) {
            packed.put(each.name()).put(each.oldValue()).put(each.newValue());
        }
    }

    private static Said ended(PlanAction action, Packed packed, Ending ending) {
        return new Said(action, packed.put(ending.code()).put(ending.reason()).toBytes());
    }

    static boolean isOf(byte[] said, String sourceId) {
        Packed.Reader packed = new Packed.Reader(said);
        packed.text(); // its type
        return packed.text().equals(sourceId);
    }

    static ObjectNode shown(PlanAction action, byte[] said) {
        Packed.Reader packed = new Packed.Reader(said);
        ObjectNode shown = Json.object().put("action", action.wireName()).put("type", packed.text());
        identity(shown.putObject("source"), packed);
        if (packed.number() == 0) {
            shown.putNull("target");
        } else {
            identity(shown.putObject("target"), packed);
        }
        ArrayNode changes = shown.putArray("changes");
        for (int left = packed.number(); left > 0; left--) {
            changes.addObject()
                    .put("name", packed.text())
                    .put("before", packed.text())
                    .put("after", packed.text());
        }
        return shown.put("code", packed.text()).put("reason", packed.text());
    }

    private static void identity(ObjectNode shown, Packed.Reader packed) {
        shown.put("id", packed.text()).put("displayName", packed.text()).put("userPrincipalName", packed.text());
    }
}
