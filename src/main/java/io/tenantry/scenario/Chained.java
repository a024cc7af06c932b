package io.tenantry.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The listed objects, then the made-up ones. */
record Chained(Iterable<ObjectNode> listed, Iterable<ObjectNode> generated) implements Iterable<ObjectNode> {
    @Override
    public Iterator<ObjectNode> iterator() {
        return Stream.concat(stream(listed), stream(generated)).iterator();
    }

    private static Stream<ObjectNode> stream(Iterable<ObjectNode> objects) {
        return StreamSupport.stream(objects.spliterator(), false);
    }
}
