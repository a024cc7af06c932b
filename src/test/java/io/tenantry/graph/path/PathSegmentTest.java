package io.tenantry.graph.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §11. */
class PathSegmentTest {
    @ParameterizedTest
    @ValueSource(strings = {"/users/a%2Fb", "/users/a%2Fb/"})
    void aSlashAtTheEndDoesNotMatterAndAnEncodedOneIsPartOfItsSegment(String path) {
        assertEquals(
                List.of("users", "a/b"),
                PathSegment.split(path).stream().map(PathSegment::name).toList());
    }

    /** field-findings.md §1. */
    @ParameterizedTest
    @ValueSource(strings = {"//users/a", "/users//a", "///users///a///", "users/a"})
    void emptySegmentsDoNotCount(String path) {
        assertEquals(
                List.of("users", "a"),
                PathSegment.split(path).stream().map(PathSegment::name).toList());
    }

    @Test
    void argumentsStandInBracketsBehindAName() {
        PathSegment segment = PathSegment.split("/users('%24a(b)')").get(0);

        assertEquals("users", segment.name());
        assertEquals("'$a(b)'", segment.arguments().orElseThrow());
    }
}
