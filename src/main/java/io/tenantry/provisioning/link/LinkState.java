package io.tenantry.provisioning.link;

import java.util.Locale;

/** What a link says of its two objects. */
public enum LinkState {
    /** The target is kept like the source. */
    LINKED,
    /** The running cycle has found that the target is to be deleted or disabled. */
    LEAVING,
    /** Likewise, and the threshold has held it back. */
    STAGED,
    /** The engine soft-deleted the target; it may be restored. Or another source has the same target, and it will be once that leaves. */
    REMOVED,
    /** The target stays as it is: its source was disabled before it left. */
    UNMANAGED,
    /** Somebody took the link away; the next cycle looks at the source anew, and then nothing is left of it. */
    FORGOTTEN;

    public boolean managed() {
        return this == LINKED || this == LEAVING || this == STAGED;
    }

    /** As it is told outside. */
    public String wireName() {
        return column();
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LinkState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
