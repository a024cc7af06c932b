package io.tenantry.robustness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts that are almost right: the words of a language in any order, with anything between them. */
final class Texts {
    private static final String NAMES =
            "id displayName accountEnabled createdDateTime mail businessPhones otherMails assignedLicenses skuId identities issuer"
                    + " onPremisesExtensionAttributes/extensionAttribute1 extension_x manager memberOf members x y microsoft.graph.user";
    private static final String LITERALS =
            "'a' 'O''Neil' '' ' 1 -1 0 99999999999999999999 1.5 1e999 true false null 2024-01-01 2024-13-45 2024-05-06T07:08:09Z"
                    + " 99999-01-01T00:00:00Z 9d2f7c11-0c3e-4c51-a7d4-5f3b8e6d2c02 duration'P1D' INF";
    private static final String OPERATORS =
            "eq ne gt ge lt le and or not in has add div ( ) , : / any all any(x:x all(x: $count /$count $it startswith( endsWith("
                    + " contains( tolower( cast( isof( @p x/ ()";

    private Texts() {}

    static Arbitrary<String> filter() {
        return of(" ", NAMES + " " + LITERALS + " " + OPERATORS);
    }

    static Arbitrary<String> search() {
        return of(" ", "\" \"displayName:a\" \"mail:b displayName : AND OR NOT ( ) \\ \\\" a 1 . & 'x'");
    }

    static Arbitrary<String> names() {
        return of("", NAMES + " , ; ( ) $select= $levels= $top=1 max 3 asc desc * / extensions");
    }

    static Arbitrary<String> path() {
        return of(
                "",
                NAMES
                        + " / / / / users groups policies crossTenantAccessPolicy me $ref $count $value $batch delta delta() ( ) (' ')"
                        + " = (appId= ' %27 %2F %zz % %00 %C3 %ED%A0%80 .. . 9d2f7c11-0c3e-4c51-a7d4-5f3b8e6d2c02");
    }

    static Arbitrary<String> query() {
        return of(
                "",
                "$filter= $search= $select= $orderby= $expand= $top= $skip= $skiptoken= $count= $format= $apply= & & & %24top %20 + %27"
                        + " %zz %C3 %00 = " + NAMES + " " + OPERATORS);
    }

    static Arbitrary<String> json() {
        return of(
                "",
                "{ } [ ] : , \" null true -1 1e999999 0.1 {\"displayName\": \"mail\": \"businessPhones\":[ \"accountEnabled\":"
                        + " \"passwordProfile\":{ \"identities\":[{ \"members@odata.bind\": \"@odata.type\": \"\\u0000\" \"\\ud800\" \"a\" \"keyId\":");
    }

    /** What looks like a token of ours: JSON, encoded. */
    static Arbitrary<String> encodedJson() {
        Arbitrary<String> value = Arbitraries.of(
                "1 -1 1.5 9e99 99999999999999999 31556889864403199 null true \"a\" \"user\" \"\\u0000\" \"\\ud800\" [] {}"
                        .split(" "));
        Arbitrary<String> values = value.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]");
        Arbitrary<String> fields = Combinators.combine(value, value, value)
                .as((c, t, more) -> "{\"r\":\"user\",\"c\":" + c + ",\"t\":" + t + ",\"a\":" + more + "}");
        return Arbitraries.oneOf(values, fields, value)
                .map(text ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Arbitrary<String> authorization() {
        return of(
                "",
                "Bearer bearer Basic . . . eyJhbGciOiJSUzI1NiJ9 eyJhbGciOiJub25lIn0 e30 bnVsbA W10 eyJhbGciOjF9 = _ - %"
                        + " eyJhbGciOiJSUzI1NiIsImNyaXQiOlsiYiJdfQ eyJhbGciOiJIUzI1NiJ9");
    }

    private static Arbitrary<String> of(String between, String words) {
        List<String> vocabulary = new ArrayList<>(List.of(words.split(" ")));
        vocabulary.add(" ");
        Arbitrary<String> word = Arbitraries.of(vocabulary);
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(4);
        return Arbitraries.frequencyOf(Tuple.of(12, word), Tuple.of(1, anything))
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join(between, parts));
    }
}
