package io.tenantry.robustness;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * The five inputs as fuzz targets. A build plays the seeds below {@code InputFuzzTestInputs}; {@code mvn test -Pfuzz} looks for more
 * (CONTRIBUTING.md).
 */
class InputFuzzTest {
    /** A path and a query string, as they stand in a request. */
    @FuzzTest
    void url(byte[] input) {
        String text = text(input);
        int question = text.indexOf('?');
        Inputs.path(question < 0 ? text : text.substring(0, question));
        Inputs.query(text.substring(question + 1));
    }

    @FuzzTest
    void filter(byte[] input) {
        Inputs.option("filter", text(input));
    }

    @FuzzTest
    void search(byte[] input) {
        Inputs.option("search", text(input));
    }

    @FuzzTest
    void body(byte[] input) {
        Inputs.body(input);
    }

    @FuzzTest
    void token(byte[] input) {
        String text = text(input);
        Inputs.authorization(text);
        Inputs.option("skiptoken", text);
        Inputs.deltaToken(text);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
