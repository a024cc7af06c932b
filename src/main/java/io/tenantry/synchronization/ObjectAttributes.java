package io.tenantry.synchronization;

import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.provisioning.mapping.InvalidMapping;
import java.util.Map;

/**
 * The attributes that a directory says its objects have: name → type. Where it names none, it does not say. Directory extensions need
 * not be among them.
 *
 * @param directory as messages name it
 */
record ObjectAttributes(String directory, Map<String, String> types) {
    void require(String name) {
        if (!types.isEmpty() && !types.containsKey(name) && !name.startsWith(ExtensionValues.PREFIX)) {
            throw new InvalidMapping("The directory '" + directory + "' has no attribute " + name + ".");
        }
    }

    boolean mayBeReference(String name) {
        return types.isEmpty() || isReference(name);
    }

    boolean isReference(String name) {
        return "Reference".equalsIgnoreCase(types.get(name));
    }
}
