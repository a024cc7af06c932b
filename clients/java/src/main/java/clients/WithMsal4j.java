package clients;

import static clients.Steps.check;
import static clients.Steps.given;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import com.microsoft.aad.msal4j.UserAssertion;
import com.microsoft.aad.msal4j.UserNamePasswordParameters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MSAL4J signs in; the JDK's client asks Graph who that is. */
public final class WithMsal4j {
    private static final String LOGIN = "https://login.microsoftonline.com/";
    private static final Set<String> APP = Set.of("https://graph.microsoft.com/.default");
    private static final Set<String> USER = Set.of("User.Read");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        Steps steps = new Steps();
        steps.step("secret", () -> application(ClientCredentialFactory.createFromSecret(given("CLIENT_SECRET"))));
        steps.step("certificate", () -> application(certificate()));
        steps.step("password", () -> {
            PublicClientApplication desk = desk();
            IAuthenticationResult result = password(desk, USER);
            me(result);
            me(desk.acquireTokenSilently(SilentParameters.builder(USER, result.account()).forceRefresh(true).build()).get());
        });
        steps.step("device code", () -> me(desk().acquireToken(DeviceCodeFlowParameters.builder(USER, code -> Steps.browse(code.verificationUri(), code.userCode())).build()).get()));
        steps.step("code", () -> {
            SystemBrowserOptions browser = SystemBrowserOptions.builder().openBrowserAction(url -> Steps.browse(url.toString())).build();
            me(desk().acquireToken(InteractiveRequestParameters.builder(URI.create("http://localhost")).scopes(USER).systemBrowserOptions(browser).build()).get());
            ConfidentialClientApplication portal = confidential("API_ID", ClientCredentialFactory.createFromSecret(given("API_SECRET")));
            String url = portal.getAuthorizationRequestUrl(AuthorizationRequestUrlParameters.builder(given("WEB_REDIRECT"), USER).build()).toString();
            Matcher landed = Pattern.compile("[?&#]code=([^&]+)").matcher(Steps.landing(url));
            check(landed.find(), "no code");
            me(portal.acquireToken(AuthorizationCodeParameters.builder(java.net.URLDecoder.decode(landed.group(1), "UTF-8"), URI.create(given("WEB_REDIRECT"))).scopes(USER).build()).get());
        });
        steps.step("on behalf", () -> {
            UserAssertion front = new UserAssertion(password(desk(), Set.of(given("API_SCOPE"))).accessToken());
            ConfidentialClientApplication portal = confidential("API_ID", ClientCredentialFactory.createFromSecret(given("API_SECRET")));
            me(portal.acquireToken(OnBehalfOfParameters.builder(USER, front).build()).get());
        });
        steps.end();
    }

    private static ConfidentialClientApplication confidential(String client, IClientCredential credential) throws Exception {
        return ConfidentialClientApplication.builder(given(client), credential).authority(LOGIN + given("SOURCE_TENANT")).build();
    }

    private static PublicClientApplication desk() throws Exception {
        return PublicClientApplication.builder(given("PUBLIC_CLIENT_ID")).authority(LOGIN + given("SOURCE_TENANT")).build();
    }

    private static IAuthenticationResult password(PublicClientApplication desk, Set<String> scopes) throws Exception {
        return desk.acquireToken(UserNamePasswordParameters.builder(scopes, given("USER_NAME"), given("USER_PASSWORD").toCharArray()).build()).get();
    }

    private static void application(IClientCredential credential) throws Exception {
        IAuthenticationResult result = confidential("CLIENT_ID", credential).acquireToken(ClientCredentialParameters.builder(APP).build()).get();
        String page = graph(result, "/users?$top=1");
        check(page.contains("@odata.nextLink"), page);
    }

    private static void me(IAuthenticationResult result) throws Exception {
        String me = graph(result, "/me");
        check(me.contains(given("USER_NAME")), me);
    }

    private static String graph(IAuthenticationResult result, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://graph.microsoft.com/v1.0" + path)).header("Authorization", "Bearer " + result.accessToken()).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    private static IClientCredential certificate() throws Exception {
        String pem = Files.readString(Path.of(given("CERTIFICATE")));
        String key = pem.replaceAll("(?s).*BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY.*", "$1").replaceAll("\\s", "");
        PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
        String certificate = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
        X509Certificate parsed = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new java.io.ByteArrayInputStream(certificate.getBytes()));
        return ClientCredentialFactory.createFromCertificate(privateKey, parsed);
    }
}
