package io.tenantry.control;

import static io.tenantry.control.ControlAccessTest.told;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.packaged.Answer;
import io.tenantry.packaged.RawRequest;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong, and whoever asks, the answer has the form of our own errors and no word of what is inside. */
@QuarkusTest
class ControlErrorsTest {
    @TestHTTPResource
    URL server;

    @ParameterizedTest
    @CsvSource({
        "POST, /_tenantry/failing/runtime/1, 500",
        "POST, /_tenantry/failing/store/1, 500",
        "POST, /_tenantry/failing/deep/1, 500",
        "POST, /_tenantry/failing/busy/1, 503",
        "POST, /_tenantry/failing/graph/1, 409",
        "POST, /_tenantry/failing/unread/1, 400",
        "POST, /_tenantry/failing/media/1, 415",
        "POST, /_tenantry/failing/runtime/none, 404",
        "GET, /_tenantry/failing/runtime/1, 405",
        "TRACE, /_tenantry/reset, 405",
        "NOTHING, /_tenantry/reset, 405",
        "GET, /_tenantry/snapshots/%00, 400",
        "GET, /_tenantry/snapshots/%C3%28, 400",
        "GET, /_tenantry/nowhere, 404",
        "GET, /_tenantry, 404",
        "GET, /, 404",
        "POST, /, 404",
        "GET, /xyz, 404",
        "OPTIONS, /xyz, 404",
        "GET, /q, 404",
        "GET, /q/unknown, 404",
        "GET, /q/openapi?version=v3, 404",
        "GET, /v1.0;x/users, 404",
        "GET, nowhere, 404",
        "OPTIONS, *, 404"
    })
    void everyFailureIsToldInJson(String method, String path, int status) throws IOException {
        for (String client : new String[] {"curl/8.5.0", "Mozilla/5.0"}) {
            for (String accept : new String[] {"text/html", "*/*", "text/plain"}) {
                Answer answer = told(RawRequest.to(server.getPort(), method, path)
                        .header("Content-Length", "0")
                        .header("User-Agent", client)
                        .header("Accept", accept)
                        .send());
                assertFalse(answer.body().contains("inside"), answer::toString);
                if (answer.status() != 406) {
                    answer.expect(status);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Accept, text/html, 406", "Accept, ///, 406", "Content-Type, ///, 400"})
    void headersThatDoNotFitAreToldInJson(String header, String value, int status) throws IOException {
        told(RawRequest.to(server.getPort(), "POST", "/_tenantry/clock/advance")
                        .header("Content-Length", "0")
                        .header(header, value)
                        .send())
                .expect(status);
    }

    @ParameterizedTest
    @CsvSource({"HEAD, /_tenantry/tenants, 200", "HEAD, /_tenantry/nowhere, 404", "OPTIONS, /_tenantry/reset, 200"})
    void headAndOptionsHaveNoBody(String method, String path, int status) throws IOException {
        Answer answer = RawRequest.to(server.getPort(), method, path).send().expect(status);
        assertFalse(answer.body().contains("{"), answer::toString);
    }
}
