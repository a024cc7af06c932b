package clients;

import static clients.Steps.check;
import static clients.Steps.given;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.AuthorizationCodeCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.DeviceCodeCredentialBuilder;
import com.azure.identity.OnBehalfOfCredentialBuilder;
import com.azure.identity.UsernamePasswordCredentialBuilder;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Azure Identity signs in, the Microsoft Graph SDK calls Graph. */
public final class WithGraphSdk {
    private static final String APP = "https://graph.microsoft.com/.default";
    private static final String USER = "https://graph.microsoft.com/User.Read";

    private final Steps steps = new Steps();
    private final GraphServiceClient source = client("SOURCE_TENANT", "CLIENT_ID", "CLIENT_SECRET");
    private final GraphServiceClient target = client("TARGET_TENANT", "TARGET_CLIENT_ID", "TARGET_CLIENT_SECRET");

    public static void main(String[] arguments) {
        WithGraphSdk program = new WithGraphSdk();
        program.signIn();
        new HowTo(program.source, program.target, program.steps).walk();
        program.query();
        program.steps.end();
    }

    private static GraphServiceClient client(String tenant, String client, String secret) {
        return new GraphServiceClient(
                new ClientSecretCredentialBuilder().tenantId(given(tenant)).clientId(given(client)).clientSecret(given(secret)).build(), APP);
    }

    private static void me(TokenCredential credential) {
        check(given("USER_NAME").equals(new GraphServiceClient(credential, USER).me().get().getUserPrincipalName()), "somebody else");
    }

    private void signIn() {
        TokenCredential password = new UsernamePasswordCredentialBuilder()
                .tenantId(given("SOURCE_TENANT")).clientId(given("PUBLIC_CLIENT_ID")).username(given("USER_NAME")).password(given("USER_PASSWORD")).build();
        steps.step("secret", () -> {
            check("Administration".equals(source.servicePrincipalsWithAppId(given("CLIENT_ID")).get().getDisplayName()), "another");
            check("Administration".equals(target.servicePrincipalsWithAppId(given("TARGET_CLIENT_ID")).get().getDisplayName()), "another");
        });
        steps.step("certificate", () -> {
            for (boolean chain : new boolean[] {false, true}) {
                TokenCredential credential = new ClientCertificateCredentialBuilder()
                        .tenantId(given("SOURCE_TENANT")).clientId(given("CLIENT_ID")).pemCertificate(given("CERTIFICATE")).sendCertificateChain(chain).build();
                check(credential.getTokenSync(new TokenRequestContext().addScopes(APP)).getToken() != null, "no token");
            }
        });
        steps.step("password", () -> me(password));
        steps.step("device code", () -> me(new DeviceCodeCredentialBuilder()
                .tenantId(given("SOURCE_TENANT")).clientId(given("PUBLIC_CLIENT_ID"))
                .challengeConsumer(code -> Steps.browse(code.getVerificationUrl(), code.getUserCode())).build()));
        steps.step("code", () -> me(new AuthorizationCodeCredentialBuilder()
                .tenantId(given("SOURCE_TENANT")).clientId(given("API_ID")).clientSecret(given("API_SECRET")).redirectUrl(given("WEB_REDIRECT")).authorizationCode(code()).build()));
        steps.step("on behalf", () -> {
            String front = password.getTokenSync(new TokenRequestContext().addScopes(given("API_SCOPE"))).getToken();
            me(new OnBehalfOfCredentialBuilder()
                    .tenantId(given("SOURCE_TENANT")).clientId(given("API_ID")).clientSecret(given("API_SECRET")).userAssertion(front).build());
        });
    }

    private static String code() throws Exception {
        String url = "https://login.microsoftonline.com/" + given("SOURCE_TENANT") + "/oauth2/v2.0/authorize?response_type=code&scope=User.Read%20offline_access&client_id="
                + given("API_ID") + "&redirect_uri=" + given("WEB_REDIRECT");
        Matcher landed = Pattern.compile("[?&#]code=([^&]+)").matcher(Steps.landing(url));
        check(landed.find(), "no code");
        return URLDecoder.decode(landed.group(1), StandardCharsets.UTF_8);
    }

    private void query() {
        steps.step("page", () -> {
            Set<String> ids = new HashSet<>();
            UserCollectionResponse first = source.users().get(asked -> {
                asked.queryParameters.select = new String[] {"id", "userPrincipalName"};
                asked.queryParameters.top = 100;
            });
            new PageIterator.Builder<User, UserCollectionResponse>()
                    .client(source).collectionPage(first).collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
                    .processPageItemCallback(user -> ids.add(user.getId())).build().iterate();
            check(ids.size() == 252, ids.size());
        });
        steps.step("search", () -> {
            UserCollectionResponse found = source.users().get(asked -> {
                asked.headers.add("ConsistencyLevel", "eventual");
                asked.queryParameters.search = "\"displayName:Liv\"";
                asked.queryParameters.count = true;
                asked.queryParameters.orderby = new String[] {"displayName"};
            });
            check(found.getOdataCount() == found.getValue().size(), found.getOdataCount());
            check(found.getValue().stream().anyMatch(user -> given("USER_NAME").equals(user.getUserPrincipalName())), "she is not found");
        });
        steps.step("batch", () -> {
            BatchRequestContent batch = new BatchRequestContent(source);
            String present = batch.addBatchRequestStep(source.users().byUserId(given("USER_NAME")).toGetRequestInformation());
            String groups = batch.addBatchRequestStep(source.groups().toGetRequestInformation(asked -> asked.queryParameters.top = 2));
            String absent = batch.addBatchRequestStep(source.users().byUserId("nobody@lindow.example").toGetRequestInformation());
            Map<String, Integer> statuses = source.getBatchRequestBuilder().post(batch, null).getResponsesStatusCode();
            check(statuses.equals(Map.of(present, 200, groups, 200, absent, 404)), statuses);
        });
        steps.step("404", () -> {
            try {
                source.users().byUserId("nobody@lindow.example").get();
                check(false, "found");
            } catch (ODataError e) {
                check(e.getResponseStatusCode() == 404 && "Request_ResourceNotFound".equals(e.getError().getCode()), e.getError().getCode());
            }
        });
        steps.step("throttle", () -> check(given("SOURCE_TENANT").equals(source.organization().get().getValue().get(0).getId()), "another"));
    }
}
