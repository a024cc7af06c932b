package io.tenantry.directory.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/** Keys that are built from GUIDs: their bytes in the order of the directory service, as base64 for URLs (directory.md §13.3, §15). */
public final class KeyBytes {
    private static final int LENGTH = 16;

    private KeyBytes() {}

    /** The first three groups little-endian, the rest as written. */
    static byte[] of(String guid) {
        UUID id = UUID.fromString(guid);
        long high = id.getMostSignificantBits();
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The bytes of these GUIDs one after the other; null ones are left out. */
    public static String joined(String... guids) {
        ByteBuffer bytes = ByteBuffer.allocate(guids.length * LENGTH);
        Arrays.stream(guids).filter(Objects::nonNull).forEach(guid -> bytes.put(of(guid)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** Key of a role assignment; a scope of a single object ends in its GUID, the whole directory adds nothing. */
    public static String roleAssignment(String roleDefinitionId, String principalId, String directoryScopeId) {
        String scope = directoryScopeId.substring(directoryScopeId.lastIndexOf('/') + 1);
        return joined(roleDefinitionId, principalId, scope.isEmpty() ? null : scope) + "-1";
    }

    /** Key of a delegated grant; {@code principalId} is null where it holds for everybody. */
    public static String permissionGrant(String clientId, String resourceId, String principalId) {
        return joined(clientId, resourceId, principalId);
    }

    /** Whether a text can be the key of a delegated grant: two or three GUIDs. */
    public static boolean isPermissionGrant(String key) {
        try {
            int length = Base64.getUrlDecoder().decode(key).length;
            return length == 2 * LENGTH || length == 3 * LENGTH;
        } catch (IllegalArgumentException e) {
            return false; // not base64 at all
        }
    }

    /** Key of an app role assignment. */
    public static String appRoleAssignment(String principalId, String random) {
        return joined(principalId, random);
    }
}
