package io.tenantry.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.CpuTime;
import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "^Da.*; David",
                ".*vid; David",
                "[0-9]{2}; 42",
                "1\\d{6}; 1234567",
                "\\w+; Åsa_Łódź9",
                "[\\w.-]+@\\w+; åsa.berg-1@älv",
                "\\S+\\s\\S+; a\u00a0b",
                "[\\s\\S]*; `a\nb`",
                "\\bÅsa\\b.*; Åsa Berg",
                "(?i)ÅSA; åsa",
                "(?<first_name>\\w+) \\k<first_name>; Bo Bo",
                "(?'n'a)\\1; aa",
                "(a)(?<x>b)(c)\\2; abcc",
                "(?!guest)\\w+; member",
                "\\w+(?<!x); abc",
                "(?>a+)b; aab",
                "a{; a{",
                "a{,5}; a{,5}",
                "[]a]+; ]a",
                "[[:alpha:]+]; hal]",
                "[a&&b]+; a&b",
                "\\x41\\u0042\\t?; AB",
                "(?#why)a; a",
                "\\p{Lu}\\p{Ll}+; Élan",
                "a|b|; ``",
                "\\Aa\\z; a"
            })
    void patternsAreThoseOfDotNet(String pattern, String text) {
        assertTrue(BoundedPattern.compile(pattern).covers(text, new Steps()));
    }

    @ParameterizedTest
    @CsvSource({"^a$, ba", "a, A", "(?!guest)\\w+, guest", "\\W, é", ".+, ''", "a b, ab"})
    void whatDoesNotFitIsNotCovered(String pattern, String text) {
        assertFalse(BoundedPattern.compile(pattern).covers(text, new Steps()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "a)",
                "[",
                "[z-a]",
                "*",
                "a**",
                "a++",
                "a{2,1}",
                "(?<n>a)(?<n>b)",
                "\\1(a)",
                "\\k<no>",
                "(?x)a",
                "(?(1)a)",
                "(?<a-b>c)",
                "[a-z-[b]]",
                "\\q",
                "\\p{IsGreek}",
                "a{1001}",
                "\\u12",
                "^*{3}",
                "\\",
                "(?i)*"
            })
    void whatIsNoPatternIsRefused(String pattern) {
        assertThrows(InvalidPattern.class, () -> BoundedPattern.compile(pattern));
    }

    static Stream<String> large() {
        return Stream.of(
                "(a{1000}){1000}",
                "((((a{100}){100}){100}){100}){100}",
                "(".repeat(3000) + "a" + ")".repeat(3000),
                "(?:".repeat(1300) + "a" + ")".repeat(1300),
                "(?=".repeat(1000) + "a" + ")".repeat(1000),
                "a".repeat(3_000_000),
                "(a)".repeat(1000),
                "\\w".repeat(1900),
                "(?i)" + "[!-\uffff]".repeat(700),
                "(?:|){30}(?=b)",
                "(|)".repeat(40) + "(?=b)",
                "(?:(?:){1000}){1000}(?!b)",
                "(?:^*)*\\1");
    }

    @ParameterizedTest
    @MethodSource
    void large(String pattern) {
        CpuTime.within(SOON, () -> assertThrows(InvalidPattern.class, () -> BoundedPattern.compile(pattern)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|a)*$",
                "(a|aa)+$",
                "(.*a){20}$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(a*)*b",
                "(?:a?){30}a{30}$"
            })
    void patternsThatCostOthersYearsAreAnsweredHere(String pattern) {
        String text = "a".repeat(28) + "!";
        CpuTime.within(SOON, () -> assertFalse(BoundedPattern.compile(pattern).covers(text, new Steps())));
    }

    static Stream<String> costly() {
        return Stream.of("(?!x)(a+)+$", "^(?=a)(a|aa)+$", "(a+)+\\1$", "\\b(a|a)+$", "(?!x)(?:a|b)*c", "(?=a)(a?a)+b");
    }

    /** RE2 itself looks for the other cases of some letters forever. */
    @Test
    void everyLetterComparesWithoutCase() {
        CpuTime.within(Duration.ofSeconds(60), () -> {
            for (int c = 1; c <= Character.MAX_VALUE; c++) {
                String hexadecimal = String.format("\\u%04x", c);
                String text = String.valueOf((char) c);
                boolean alone = Character.isSurrogate((char) c);
                assertTrue(alone || BoundedPattern.ignoringCase(hexadecimal).covers(text, new Steps()), hexadecimal);
                assertTrue(
                        alone
                                || BoundedPattern.ignoringCase("[" + hexadecimal + "]")
                                        .covers(text, new Steps()),
                        hexadecimal);
            }
        });
        CpuTime.within(SOON, () -> {
            for (String all : new String[] {"[\\s\\S]", "[!-\uffff]", "[\\W\\w]", ".", "[^x]", "[\\D\\d]", "\\S"}) {
                assertTrue(BoundedPattern.ignoringCase(all).covers("\u1c80", new Steps()), all);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("costly")
    void whatNeedsBacktrackingIsGivenUp(String pattern) {
        BoundedPattern costly = BoundedPattern.compile(pattern);
        CpuTime.within(
                SOON,
                () -> assertThrows(CostlyMatch.class, () -> costly.covers("a".repeat(200_000) + "!", new Steps())));
    }

    @ParameterizedTest
    @MethodSource("costly")
    void itIsGivenUpOnSmallStacksToo(String pattern) throws InterruptedException {
        BoundedPattern costly = BoundedPattern.compile(pattern);
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> assertThrows(CostlyMatch.class, () -> costly.occursIn("a".repeat(9000) + "!", new Steps())),
                "small",
                200_000);
        thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
        thread.start();
        thread.join();
        assertEquals(null, thrown[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "(?<a>\\w)(\\d), $1-${a}, x1, 1-x",
        "b, [$&][$0], abc, a[b][b]c",
        "b, $$\\n, abc, a$\\nc",
        "b, ${no}$7$x, abc, a${no}$7$xc",
        "b, $`|$'|$_|${&}$, abc, aa|c|abc|${&}$c",
        "(?<n>b)(c)?, $+, abc, ab",
        "b(c)?, <$+>, abd, a<>d",
        "b, <$+>, abc, a<b>c",
        "'', -, ab, -a-b-",
        "[a-zA-Z_]*, '', ola_berg72, 72",
        "b$, c, ab, ac"
    })
    void replacementsReferToGroups(String pattern, String replacement, String text, String expected) {
        assertEquals(expected, BoundedPattern.compile(pattern).replaceAll(text, replacement, 1000, new Steps()));
    }

    @ParameterizedTest
    @CsvSource({"'', 100", "a, 1", "(a)(a)(a)(a)(a)(a)(a)(a), 1000"})
    void replacementsDoNotGrowByMultiplication(String pattern, int times) {
        String replacement = "$&".repeat(4000) + "y".repeat(5000 * times);
        CpuTime.within(
                SOON,
                () -> assertThrows(CostlyMatch.class, () -> BoundedPattern.compile(pattern)
                        .replaceAll("a".repeat(10_000), replacement, 100_000, new Steps())));
    }

    @Property(tries = 3000)
    void nothingElseIsThrown(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        try {
            BoundedPattern read = BoundedPattern.compile(pattern);
            read.covers(text, new Steps());
            read.replaceAll(text, pattern, 10_000, new Steps());
        } catch (InvalidPattern | CostlyMatch e) {
            assertTrue(e.getMessage().length() < 300, e.getMessage());
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "é",
                        "(",
                        ")",
                        "(?:",
                        "(?=",
                        "(?<!",
                        "(?<n>",
                        "[",
                        "]",
                        "[^",
                        "-",
                        "|",
                        "*",
                        "+?",
                        "{2}",
                        "{0,3}",
                        "\\w",
                        "\\W",
                        "\\b",
                        "\\1",
                        "\\k<n>",
                        "^",
                        "$",
                        ".",
                        "\\p{L}",
                        "(?i)",
                        "(?-s:",
                        "\\",
                        "$1",
                        "${n}",
                        "&&",
                        "\\x41",
                        "\\S",
                        "\ud83d\ude00",
                        "\ud83d")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "é", "A", " ", "\n", "9", "-", "\ud83d\ude00", "\ude00")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
