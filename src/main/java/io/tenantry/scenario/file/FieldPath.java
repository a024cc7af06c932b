package io.tenantry.scenario.file;

/** Where in a document a value stands: a name or an index below its parent; the root has no parent. */
record FieldPath(FieldPath parent, String name, int index) {
    static final FieldPath ROOT = new FieldPath(null, "", -1);

    FieldPath member(String member) {
        return new FieldPath(this, member, -1);
    }

    FieldPath element(int element) {
        return new FieldPath(this, null, element);
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
