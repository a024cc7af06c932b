package io.tenantry.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tenantry.journal.Exchange.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret gets out, in whatever form it came. */
class MaskedBodyTest {
    private static String request(String text) {
        return MaskedBody.written(MaskedBody.ofRequest(Body.of(text.getBytes(UTF_8), 64 * 1024)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'passwordProfile':{'password':'S3CRET'}}",
                "  \n[{'PassWord':'S3CRET'}]",
                "{'client_secret':'S3CRET'}",
                "{'refresh_token':['S3CRET']}",
                "{'secret':{'value':'S3CRET'}}",
                "{'value':[{'value':'S3CRET','key':'Password'}]}",
                "{'credentials':[{'key':'SecretToken','value':'S3CRET'}]}",
                "{'keyCredentials':[{'type':'X509CertAndPassword','usage':'Sign','key':'S3CRET'}]}",
                "{'passwordProfile':{'password':'S3CRET'",
                "{'password':'S3CRET'} and more",
                "{'password':'S3CRET",
                "password=S3CRET&x=1",
                "a=1&CLIENT_SECRET=S3CRET",
                "client%5Fsecret=S3CRET",
                "device_code=S3CRET",
                "code=S3CRET&code_verifier=S3CRET",
                "assertion=S3CRET",
                "S3CRET",
                "'password':'S3CRET'",
                "password: S3CRET",
                "client_secret = S3CRET",
                "{'u':'https://x/y?code=S3CRET#id_token=S3CRET'}",
                "<a password='S3CRET'/>",
                "\uFEFF{'password':'S3CRET'}"
            })
    void aSecretIsMasked(String body) {
        String shown = request(body.replace('\'', '"'));
        assertFalse(shown.contains("S3CRET"), shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'displayName':'Ana','code':'x'} | {'displayName':'Ana','code':'x'}",
                "{'password':null,'passwordPolicies':'None'} | {'password':null,'passwordPolicies':'None'}",
                "grant_type=password&username=ana%40x | grant_type=password&username=ana%40x",
                "{'value':'Alderwood'} | {'value':'Alderwood'}",
                "{'a':'b | {}"
            })
    void whatIsNoSecretIsShown(String body, String shown) {
        assertEquals(shown.replace('\'', '"'), request(body.replace('\'', '"')));
    }

    @Test
    void aBodyThatWasCutIsShownAsFarAsItGoesAndNoFurther() {
        byte[] whole = "{\"a\":[{\"b\":1},{\"value\":\"S3CRET\",\"key\":\"SecretToken\"}]}".getBytes(UTF_8);
        Body cut = Body.of(whole, 36);
        assertEquals("{\"a\":[{\"b\":1},{\"value\":\"***\"}]}", MaskedBody.written(MaskedBody.ofRequest(cut)));
    }

    @Test
    void aPageIsNotShown() {
        Body page = Body.of("<input type=hidden name=code value=S3CRET>".getBytes(UTF_8), 1000);
        assertEquals("", MaskedBody.written(MaskedBody.ofAnswer(page, "text/html; charset=utf-8")));
        assertEquals("42", MaskedBody.written(MaskedBody.ofAnswer(Body.of("42".getBytes(UTF_8), 10), "text/plain")));
    }
}
