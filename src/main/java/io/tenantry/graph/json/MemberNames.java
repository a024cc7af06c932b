package io.tenantry.graph.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The names that are looked for in documents, in a table that is asked with the bytes of the text. */
final class MemberNames {
    private static final int NONE = -1;

    private final byte[][] names;
    /** Numbers of names, each at the hash of its name or, where that place is taken, behind it; a power of two, a quarter full at most. */
    private final int[] table;

    MemberNames(List<String> names) {
        this.names = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.table = new int[Integer.highestOneBit(4 * Math.max(1, names.size())) * 2];
        Arrays.fill(table, NONE);
        for (int i = 0; i < this.names.length; i++) {
            table[place(this.names[i], 0, this.names[i].length)] = i;
        }
    }

    /** Where the values of a document begin and end, two numbers for each name; zeros where it has none of that name. */
    int[] valuesIn(byte[] document) {
        int[] values = new int[2 * names.length];
        int missing = names.length;
        for (int at = 1; missing > 0 && at < document.length - 1; at++) {
            int name = at + 1;
            int value = DocumentText.behindText(document, at) + 1;
            at = DocumentText.behindValue(document, value);
            int number = table[place(document, name, value - 2 - name)];
            if (number != NONE) {
                values[2 * number] = value;
                values[2 * number + 1] = at;
                missing--;
            }
        }
        return values;
    }

    /** The place of a name in the table, an empty one where it is not in it. */
    private int place(byte[] text, int from, int length) {
        int place = length == 0 ? 0 : hash(text, from, length) & table.length - 1;
        while (table[place] != NONE && !isNamed(names[table[place]], text, from, length)) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private static int hash(byte[] text, int from, int length) {
        return 31 * length + 17 * text[from] + 7 * text[from + length / 2] + text[from + length - 1];
    }

    /** Names are short: a loop is done before a call of {@code Arrays.equals} begins. */
    private static boolean isNamed(byte[] name, byte[] text, int from, int length) {
        if (name.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name[i] != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
