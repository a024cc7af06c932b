package io.tenantry.directory.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The security identifier that users and groups have: computed from the id (directory.md §1). */
public final class SecurityIdentifier {
    private SecurityIdentifier() {}

    /** {@code S-1-12-1-} and the GUID's bytes as four little-endian unsigned numbers. */
    public static String of(String id) {
        ByteBuffer bytes = ByteBuffer.wrap(KeyBytes.of(id)).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder("S-1-12-1");
        for (int i = 0; i < 4; i++) {
            text.append('-').append(Integer.toUnsignedLong(bytes.getInt()));
        }
        return text.toString();
    }
}
