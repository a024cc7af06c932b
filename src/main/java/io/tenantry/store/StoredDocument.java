package io.tenantry.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a document as the store keeps it, compact JSON that the server itself wrote. Most of what a page shows of an entity are plain
 * values: they are found in the text and go out as they are, without a tree of everything that the document holds.
 * Names are those of the Edm, in ASCII.
 */
final class StoredDocument {
    private static final int FIRST_SIZE = 48;

    private final byte[] utf8;
    /** Where the name and the value of each member begin and end: four numbers a member, filled when first asked. */
    private int[] members;

    private int count;
    private int latest;

    StoredDocument(byte[] utf8) {
        this.utf8 = utf8;
    }

    byte[] utf8() {
        return utf8;
    }

    boolean has(String name) {
        return find(name) >= 0;
    }

    /** Writes the value of a member as it stands; false where there is none. */
    boolean write(String name, JsonGenerator json) throws IOException {
        int member = find(name);
        if (member < 0) {
            return false;
        }
        int from = members[member + 2];
        int length = members[member + 3] - from;
        if (utf8[from] == '"') {
            json.writeRawUTF8String(utf8, from + 1, length - 2);
        } else {
            json.writeRawValue(new String(utf8, from, length, StandardCharsets.UTF_8));
        }
        return true;
    }

    /** Names are asked for in about the order in which they stand: the search goes on where the last one ended. */
    private int find(String name) {
        if (members == null) {
            scan();
        }
        int member = latest;
        for (int tried = 0; tried < count; tried += 4) {
            if (members[member + 1] - members[member] == name.length() && isNamed(members[member], name)) {
                latest = member;
                return member;
            }
            member = member + 4 == count ? 0 : member + 4;
        }
        return -1;
    }

    private boolean isNamed(int from, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (utf8[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void scan() {
        members = new int[FIRST_SIZE * 4];
        for (int at = 1; at < utf8.length - 1; at++) {
            int nameEnd = behindText(at) - 1;
            int value = nameEnd + 2;
            int end = behindValue(value);
            add(at + 1, nameEnd, value, end);
            at = end;
        }
    }

    private void add(int name, int nameEnd, int value, int valueEnd) {
        if (count == members.length) {
            members = Arrays.copyOf(members, 2 * count);
        }
        members[count++] = name;
        members[count++] = nameEnd;
        members[count++] = value;
        members[count++] = valueEnd;
    }

    /** The index behind a value: that of the comma or bracket that follows. */
    private int behindValue(int from) {
        int depth = 0;
        int at = from;
        while (true) {
            switch (utf8[at]) {
                case '"' -> at = behindText(at) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    // a part of a number or literal, or a sign between members
                }
            }
            at++;
            boolean ends = utf8[at] == ',' || utf8[at] == '}' || utf8[at] == ']';
            if (depth == 0 && ends) {
                return at;
            }
        }
    }

    private int behindText(int quote) {
        int at = quote + 1;
        while (utf8[at] != '"') {
            at += utf8[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
