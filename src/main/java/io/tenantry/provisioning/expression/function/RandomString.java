package io.tenantry.provisioning.expression.function;

import io.tenantry.provisioning.expression.value.Arguments;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.StrictFunction;
import io.tenantry.provisioning.expression.value.Value;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code RandomString(length, minimumNumbers, minimumSpecialCharacters, minimumCapital, minimumLowerCase, charactersToAvoid?)}: characters of
 * the kinds that are asked for, at least so many of each. */
public final class RandomString extends StrictFunction {
    private static final int LONGEST = 256;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** Of numbers, special characters, capital and lower case letters, in the order of the parameters. */
    private static final List<String> CLASSES =
            List.of("0123456789", "~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/", LETTERS.toUpperCase(Locale.ROOT), LETTERS);

    private final SecureRandom random = new SecureRandom();

    public RandomString() {
        super(
                "RandomString",
                Parameter.required("length", "Integer"),
                Parameter.required("minimumNumbers", "Integer"),
                Parameter.required("minimumSpecialCharacters", "Integer"),
                Parameter.required("minimumCapital", "Integer"),
                Parameter.required("minimumLowerCase", "Integer"),
                Parameter.optional("charactersToAvoid"));
    }

    @Override
    protected Body body() {
        return arguments -> {
            List<Character> characters = new ArrayList<>();
            StringBuilder any = new StringBuilder();
            long length = checkedLength(arguments);
            for (int i = 0; i < CLASSES.size(); i++) {
                long least = arguments.whole(i + 1);
                String allowed = without(CLASSES.get(i), arguments.text(5));
                draw(characters, allowed, least);
                any.append(least > 0 ? allowed : "");
            }
            String rest = any.isEmpty() ? without(CLASSES.get(0) + CLASSES.get(3), arguments.text(5)) : any.toString();
            draw(characters, rest, length - characters.size());
            Collections.shuffle(characters, random);
            return Value.of(characters.stream().map(String::valueOf).collect(Collectors.joining()));
        };
    }

    private static long checkedLength(Arguments arguments) {
        long length = arguments.whole(0);
        long least = 0;
        for (int i = 1; i <= CLASSES.size(); i++) {
            if (arguments.whole(i) < 0 || arguments.whole(i) > LONGEST) {
                throw ExpressionError.argument("the least numbers of characters are from 0 to " + LONGEST);
            }
            least += arguments.whole(i);
        }
        if (length < least || length > LONGEST) {
            throw ExpressionError.argument(
                    "a length up to " + LONGEST + " is wanted that all characters asked for have room in");
        }
        return length;
    }

    private static String without(String characters, String avoided) {
        return characters
                .chars()
                .filter(c -> avoided.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private void draw(List<Character> characters, String allowed, long count) {
        if (count > 0 && allowed.isEmpty()) {
            throw ExpressionError.argument("all characters of a kind that is asked for are to be avoided");
        }
        for (long i = 0; i < count; i++) {
            characters.add(allowed.charAt(random.nextInt(allowed.length())));
        }
    }
}
