package io.tenantry.openapi;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the Edm from its entry points. Paths of Graph have no end (the manager of the manager), so the walk ends at references: what lies
 * behind them lies behind the object's own address too. It ends too where a type contains itself.
 */
final class Places {
    private final GraphModel model;
    private final List<Place> found = new ArrayList<>();

    private Places(GraphModel model) {
        this.model = model;
    }

    static List<Place> of(GraphModel model) {
        Places places = new Places(model);
        model.roots()
                .forEach(root -> places.visit(Place.root(root.name(), model.type(root.type()), root.collection())));
        places.visit(Place.me(model.type("user")));
        return places.found;
    }

    private void visit(Place place) {
        found.add(place);
        if (place.collection()) {
            visit(place.key());
            place.type().alternateKeys().forEach(key -> found.add(place.alternateKey(key)));
            casts(place);
        } else if (!place.reference()) {
            place.type().navigations().forEach(navigation -> visit(place, navigation));
        }
    }

    private void visit(Place place, Navigation navigation) {
        StructuredType target = model.type(navigation.target());
        Place next = place.to(navigation, target);
        if (target == place.type()) {
            found.add(next);
        } else {
            visit(next);
        }
    }

    private void casts(Place place) {
        if (place.template().equals("/directory/deletedItems")) {
            model.types().stream()
                    .filter(type -> isBelow(type, place.type()))
                    .forEach(type -> found.add(place.cast(type)));
        }
    }

    private static boolean isBelow(StructuredType type, StructuredType base) {
        return type != base && type.isA(base.name());
    }
}
