package io.tenantry.scenario;

/** Where in a document a value stands: a name or an index below its parent; the root has no parent. */
record Place(Place parent, String name, int index) {
    static final Place ROOT = new Place(null, "", -1);

    Place member(String member) {
        return new Place(this, member, -1);
    }

    Place element(int element) {
        return new Place(this, null, element);
    }

    /** As messages show it: {@code tenants[0].users[3].mail}. */
    String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        if (name == null) {
            return above + "[" + index + "]";
        }
        return above.isEmpty() ? name : above + "." + name;
    }
}
