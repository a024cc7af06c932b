package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Random histories: whatever happened on both sides and in whatever order, objects, log and job are what the plain reference model says after
 * every step. A failure is shrunk to a short history and prints its seed. {@code -Djqwik.tries=2000} plays more of them.
 */
class HistoriesTest {
    /** One step of a history. */
    record Step(Verb verb, int who, int value) {
        void play(Play play) {
            Play.Side side = play.side(who);
            verb.play(play, side, side.person(who / 4), value);
        }
    }

    @Property
    void everyHistoryEndsAsTheModelSays(@ForAll("histories") List<Step> history) {
        try (Play play = new Play()) {
            for (Step step : history) {
                step.play(play);
                assertEquals(play.wanted(), play.seen(), () -> "after " + step);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        verbs(),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 59))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(30);
    }

    /** Cycles and time are what makes the others meet; what leaves is what most can go wrong with. */
    private static Arbitrary<Verb> verbs() {
        List<Tuple2<Integer, Verb>> weights = Stream.of(Verb.values())
                .map(verb -> Tuple.of(
                        switch (verb) {
                            case CYCLE -> 20;
                            case IS_ASSIGNED_OR_NOT, WORKS_IN, IS_ENABLED_OR_NOT -> 6;
                            case THRESHOLD_IS_SET, IS_RESTARTED -> 4;
                            case TIME_PASSES -> 3;
                            default -> 2;
                        },
                        verb))
                .toList();
        return Arbitraries.frequency(weights.toArray(new Tuple2[0]));
    }
}
