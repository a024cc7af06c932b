package io.tenantry.robustness;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client writes into a URL, a body or a token is read or refused with one of Graph's errors. */
class AnyInputTest {
    /** A build plays the same inputs each time; {@link InputFuzzTest} is there to look for others. */
    private static final String SEED = "3";

    @Property(tries = 1000, seed = SEED)
    void anyPathLeadsSomewhereOrIsRefused(@ForAll("paths") String path) {
        Inputs.path(path);
    }

    @Property(tries = 1000, seed = SEED)
    void anyQueryStringIsReadOrRefused(@ForAll("queries") String query) {
        Inputs.query(query);
    }

    @Property(tries = 1000, seed = SEED)
    void anyFilterIsRunOrRefused(@ForAll("filters") String filter) {
        Inputs.option("filter", filter);
    }

    @Property(tries = 1000, seed = SEED)
    void anySearchIsRunOrRefused(@ForAll("searches") String search) {
        Inputs.option("search", search);
    }

    @Property(tries = 1000, seed = SEED)
    void anyOrderIsRunOrRefused(@ForAll("names") String order) {
        Inputs.option("orderby", order);
    }

    @Property(tries = 1000, seed = SEED)
    void anySelectionIsRunOrRefused(@ForAll("names") String selection) {
        Inputs.option("select", selection);
    }

    @Property(tries = 1000, seed = SEED)
    void anyExpansionIsRunOrRefused(@ForAll("names") String expansion) {
        Inputs.option("expand", expansion);
    }

    @Property(tries = 1000, seed = SEED)
    void anySkipTokenIsTakenOrInvalid(@ForAll("tokens") String token) {
        Inputs.option("skiptoken", token);
    }

    @Property(tries = 1000, seed = SEED)
    void anyDeltaTokenIsTakenOrMalformed(@ForAll("tokens") String token) {
        Inputs.deltaToken(token);
    }

    @Property(tries = 1000, seed = SEED)
    void anyBodyFitsOrIsRefused(@ForAll("bodies") byte[] body) {
        Inputs.body(body);
    }

    @Property(tries = 1000, seed = SEED)
    void anyAuthorizationNamesACallerOrIsRefused(@ForAll("authorizations") String header) {
        Inputs.authorization(header);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.oneOf(Texts.path(), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.oneOf(Texts.query(), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> filters() {
        return Arbitraries.oneOf(Texts.filter(), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> searches() {
        return Arbitraries.oneOf(Texts.search(), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(Texts.names(), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.oneOf(Texts.encodedJson(), Arbitraries.strings());
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.oneOf(
                Texts.json().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class));
    }

    @Provide
    Arbitrary<String> authorizations() {
        return Arbitraries.oneOf(Texts.authorization(), Arbitraries.strings());
    }
}
