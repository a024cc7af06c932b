package io.tenantry.graph.delta;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.query.DeltaToken;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first round: every object, in the order of their ids, groups with their members. A group with more members than a page takes comes
 * again on the next page, with the members that follow (directory.md §17).
 */
final class FirstRound {
    private static final int OBJECTS = 100;
    private static final int REFERENCES = 1000;

    private final Session session;
    private final GraphModel model;
    private final DeltaScope scope;
    private final DeltaShape shape;

    FirstRound(Session session, GraphModel model, DeltaScope scope, DeltaShape shape) {
        this.session = session;
        this.model = model;
        this.scope = scope;
        this.shape = shape;
    }

    DeltaPage page(DeltaToken token) {
        DeltaToken.Position from = token.position().orElse(DeltaToken.Position.BEGIN);
        List<Entity> objects = objects(from.after());
        List<DeltaItem> items = new ArrayList<>();
        String after = from.after();
        int room = REFERENCES;
        for (Entity object : objects) {
            if (items.size() == OBJECTS || room == 0) {
                return new DeltaPage(items, token.at(DeltaToken.Position.after(after)), false);
            }
            List<DeltaReference> references = references(object, from.within(object.id()), room + 1);
            boolean whole = references.size() <= room;
            List<DeltaReference> shown = whole ? references : references.subList(0, room);
            items.add(new DeltaItem(object.id(), Optional.of(object), Optional.empty(), shown));
            if (!whole) {
                String member = shown.get(room - 1).other();
                return new DeltaPage(items, token.at(new DeltaToken.Position(after, object.id(), member)), false);
            }
            room -= shown.size();
            after = object.id();
        }
        return new DeltaPage(items, token.tracking(token.change()), true);
    }

    /** One more than a page takes. */
    private List<Entity> objects(String after) {
        DeltaScope.Condition narrowed = scope.ofObjects();
        List<Object> values = new ArrayList<>(narrowed.values());
        values.add(after);
        return session.query(
                "select type, id, parent, body from " + scope.table()
                        + " where tenant = {tenant} and deleted_date_time is null" + narrowed.text()
                        + " and id > ? order by id limit " + (OBJECTS + 1),
                Session::entity,
                values.toArray());
    }

    private List<DeltaReference> references(Entity object, String after, int most) {
        List<DeltaReference> references = new ArrayList<>();
        for (String kind : shape.initialKinds(model.type(object.type()))) {
            references.addAll(session.query(
                    "select r.kind, r.target, o.type from relation r join directory_object o on o.tenant = r.tenant and o.id = r.target"
                            + " where r.tenant = {tenant} and r.kind = ? and r.source = ? and r.target > ?"
                            + " and o.deleted_date_time is null order by r.target limit " + (most - references.size()),
                    row -> new DeltaReference(row.getString(1), row.getString(2), row.getString(3), false),
                    kind,
                    object.id(),
                    after));
        }
        return references;
    }
}
