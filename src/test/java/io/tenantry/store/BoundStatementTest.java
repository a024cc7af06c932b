package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists become marks. */
class BoundStatementTest {
    @Test
    void aStatementWithoutListsStaysAsItIs() {
        assertEquals(
                new BoundStatement("a = ? and b = ?", List.of(1, "x")), BoundStatement.of("a = ? and b = ?", 1, "x"));
        assertEquals(new BoundStatement("a is null", List.of()), BoundStatement.of("a is null"));
        assertEquals(
                Collections.singletonList(null),
                BoundStatement.of("a = ?", (Object) null).values());
    }

    @Test
    void listsGrowToThePowersOfTwoByTheirLastValue() {
        assertEquals(
                new BoundStatement("a = ? and b in (?,?,?,?) and c = ?", List.of(0, 1, 2, 3, 3, 9)),
                BoundStatement.of("a = ? and b in ? and c = ?", 0, List.of(1, 2, 3), 9));
        for (int size : List.of(1, 2, 4, 256)) {
            assertEquals(
                    size,
                    BoundStatement.of("a in ?", Collections.nCopies(size, "v"))
                            .values()
                            .size());
        }
        assertEquals(
                512,
                BoundStatement.of("a in ?", Collections.nCopies(257, "v"))
                        .values()
                        .size());
    }

    @Test
    void twoListsInOneStatement() {
        assertEquals(
                new BoundStatement("a in (?) and b in (?,?)", List.of(1, 2, 3)),
                BoundStatement.of("a in ? and b in ?", List.of(1), List.of(2, 3)));
    }

    @Test
    void anEmptyListIsAMistakeOfTheCaller() {
        assertThrows(IllegalArgumentException.class, () -> BoundStatement.of("a in ?", List.of()));
    }
}
