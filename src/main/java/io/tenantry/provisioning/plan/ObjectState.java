package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.link.ObjectType;

/**
 * What a plan has noted of an object of the target.
 *
 * @param made whether the cycle would make it
 * @param source that it would be made for, null for none
 * @param place of its document, or {@link #NO_DOCUMENT}
 */
record ObjectState(ObjectType type, boolean live, boolean made, String source, long place) {
    /** It is as it would be made of its source. */
    static final long NO_DOCUMENT = -1;

    boolean isNewcomer() {
        return place == NO_DOCUMENT;
    }

    static ObjectState of(byte[] note) {
        Packed.Reader packed = new Packed.Reader(note);
        return new ObjectState(
                ObjectType.values()[packed.number()],
                packed.number() == 1,
                packed.number() == 1,
                packed.text(),
                packed.large());
    }

    byte[] packed() {
        return new Packed()
                .put(type.ordinal())
                .put(live ? 1 : 0)
                .put(made ? 1 : 0)
                .put(source)
                .put(place)
                .toBytes();
    }
}
