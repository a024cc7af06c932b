package io.tenantry.scenario.generate;

import java.math.BigInteger;
import java.util.SplittableRandom;

/** Names by number. All names of the list come once, in an order that the seed decides, before one comes again with a number behind it. */
final class People {
    private static final int GIVEN = Region.ALL.get(0).givenNames().size();
    private static final int SURNAMES = Region.ALL.get(0).surnames().size();
    private static final int NAMES = Region.ALL.size() * GIVEN * SURNAMES;

    /** @param round 0 for the first person of this name */
    record Person(Region region, String givenName, String surname, int round) {
        String displayName() {
            return givenName + " " + surname;
        }

        String nickname() {
            return AsciiName.of(givenName) + "." + AsciiName.of(surname) + (round == 0 ? "" : round + 1);
        }
    }

    private final long seed;
    private final int step;
    private final int start;

    People(long seed) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        this.start = random.nextInt(NAMES);
        this.step = coprime(random.nextInt(NAMES / 4, NAMES));
    }

    Person person(int number) {
        int name = (int) ((start + (long) step * (number % NAMES)) % NAMES);
        Region region = Region.ALL.get(name / (GIVEN * SURNAMES));
        return new Person(
                region,
                region.givenNames().get(name / SURNAMES % GIVEN),
                region.surnames().get(name % SURNAMES),
                number / NAMES);
    }

    /** Chance for everything else about the object with this number. */
    SplittableRandom random(int number) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    }

    private static int coprime(int from) {
        int candidate = from;
        while (!BigInteger.valueOf(candidate).gcd(BigInteger.valueOf(NAMES)).equals(BigInteger.ONE)) {
            candidate++;
        }
        return candidate;
    }
}
