package io.tenantry.graph.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What an answer shows of the documents of one type. Most of it are plain values: they go out as they stand in the text of the
 * document, many in one run, without a tree of everything that it holds.
 */
final class Projection {
    /**
     * One shown member.
     *
     * @param annotation its {@code @odata.type}, null where none is told
     * @param absent JSON that is served where no value is; null: the member is left out
     */
    record Member(String name, String annotation, String absent, Values values) {}

    /** How the values of a member are served. */
    enum Values {
        AS_STORED,
        SHAPED,
        /** Not at all: whatever the document holds, the caller does not see it. */
        HIDDEN
    }

    /** Writes a member whose value is shaped. */
    @FunctionalInterface
    interface Shaping {
        void write(String name, byte[] stored) throws IOException;
    }

    private final Member[] members;
    /** Bytes between two values of a document: comma, name and colon. */
    private final int[] leads;
    /** What is served for a missing value, the lead before it. */
    private final byte[][] absents;

    private final MemberNames names;
    /** Bytes that may be written beside those of the document. */
    private final int own;

    Projection(List<Member> members) {
        this.members = members.toArray(new Member[0]);
        this.leads = members.stream().mapToInt(m -> utf8(lead(m)).length).toArray();
        this.absents = members.stream()
                .map(m -> m.absent == null ? null : utf8(lead(m) + m.absent))
                .toArray(byte[][]::new);
        this.names = new MemberNames(members.stream().map(Member::name).toList());
        this.own =
                Arrays.stream(absents).mapToInt(a -> a == null ? 0 : a.length).sum();
    }

    private static String lead(Member member) {
        return ",\"" + member.name + "\":";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the members into an object that has been begun.
     *
     * @param document compact JSON in UTF-8
     * @param json writes to a stream
     */
    void write(byte[] document, JsonGenerator json, Shaping shaping) throws IOException {
        int[] values = names.valuesIn(document);
        Run run = new Run(json, own + document.length);
        for (int i = 0; i < members.length; i++) {
            int from = values[2 * i];
            int to = values[2 * i + 1];
            Values shown = from > 0 ? members[i].values : Values.HIDDEN;
            if (shown == Values.SHAPED) {
                run.end();
                shaping.write(members[i].name, Arrays.copyOfRange(document, from, to));
            } else if (shown == Values.AS_STORED) {
                run.add(i, document, from, to);
            } else if (absents[i] != null) {
                run.add(i, absents[i], leads[i], absents[i].length);
            }
        }
        run.end();
    }

    /** Members that go out in one piece, past the generator. */
    private final class Run {
        private final JsonGenerator json;
        private final byte[] bytes;
        private int size;

        Run(JsonGenerator json, int most) {
            this.json = json;
            this.bytes = new byte[most];
        }

        /** Takes a value and, where it is not the first one, the name that stands before it. */
        void add(int member, byte[] source, int from, int to) throws IOException {
            if (members[member].annotation != null) {
                end();
            }
            if (size == 0) {
                begin(members[member]);
                append(source, from, to);
            } else {
                int comma = size;
                append(source, from - leads[member], to);
                bytes[comma] = ',';
            }
        }

        /** The first name goes through the generator, which thus knows where commas are due. */
        private void begin(Member first) throws IOException {
            if (first.annotation != null) {
                json.writeStringField(first.name + "@odata.type", first.annotation);
            }
            json.writeFieldName(first.name);
            json.writeRawValue("");
        }

        private void append(byte[] source, int from, int to) {
            System.arraycopy(source, from, bytes, size, to - from);
            size += to - from;
        }

        void end() throws IOException {
            if (size > 0) {
                json.flush();
                ((OutputStream) json.getOutputTarget()).write(bytes, 0, size);
                size = 0;
            }
        }
    }
}
