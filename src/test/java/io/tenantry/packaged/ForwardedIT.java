package io.tenantry.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A server behind a front in which TLS ends. */
class ForwardedIT extends ServerCases {
    private static final String DOCUMENT = "/common/v2.0/.well-known/openid-configuration";

    @Override
    String[] settings() {
        return new String[] {"tenantry.forwarded=true"};
    }

    @Test
    void linksFollowTheFront() throws IOException {
        Answer tokens = forwarded("GET", DOCUMENT).send().expect(200);
        assertThat(tokens.body(), containsString("\"issuer\":\"https://front.example:8443/{tenantid}/v2.0\""));
        Answer page = forwarded("GET", "/v1.0/users?$top=1&$select=id")
                .header("Authorization", "Bearer " + source.token())
                .send()
                .expect(200);
        assertThat(page.body(), containsString("\"@odata.nextLink\":\"https://front.example:8443/v1.0/users?"));
    }

    @Test
    void whatWasHandedOnIsNotOfThisMachine() throws IOException {
        forwarded("GET", "/_tenantry/tenants").send().expect(403);
        RawRequest.to(server, "GET", "/_tenantry/tenants")
                .header("X-Forwarded-For", "127.0.0.1")
                .send()
                .expect(403);
        RawRequest.to(server, "GET", "/_tenantry/tenants").send().expect(200);
    }

    @Test
    void aPageThatLeadsItsNameHereGetsNothingByNamingAnother() throws IOException {
        RawRequest.to(server, "GET", "/v1.0/users")
                .hosts("rebound.example")
                .header("X-Forwarded-Host", "localhost")
                .send()
                .expect(400);
    }

    private RawRequest forwarded(String method, String path) {
        return RawRequest.to(server, method, path)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "front.example:8443");
    }
}
