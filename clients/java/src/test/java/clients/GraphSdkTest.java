package clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.CrossTenantAccessPolicyConfigurationPartner;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.tenantry.junit.Control;
import io.tenantry.junit.InTenant;
import io.tenantry.junit.TenantryTest;
import io.tenantry.junit.Tenant;
import io.tenantry.junit.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The Graph SDK in tests of JUnit 5, against the server of {@code @TenantryTest}. */
@TenantryTest
class GraphSdkTest {
    private static final String LIV = "liv.aasen@fernholm.example";

    private GraphServiceClient graph;

    @BeforeEach
    void client(@InTenant("source") Tenant source, TestServer server) {
        String token = source.tokens().ofApplication();
        graph = new GraphServiceClient((request, context) -> request.headers.tryAdd("Authorization", "Bearer " + token));
        graph.getRequestAdapter().setBaseUrl(server.http() + "/v1.0");
    }

    @RepeatedTest(2)
    void nothingIsLeftOfOtherTests() {
        assertEquals("Liv Åsen", graph.users().byUserId(LIV).get().getDisplayName());
        User changed = new User();
        changed.setDisplayName("Somebody else");
        graph.users().byUserId(LIV).patch(changed);
    }

    @Test
    void pagesLeadToPages() throws Exception {
        List<String> ids = new ArrayList<>();
        UserCollectionResponse first = graph.users().get(asked -> asked.queryParameters.top = 20);
        new PageIterator.Builder<User, UserCollectionResponse>()
                .client(graph).collectionPage(first).collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(user -> ids.add(user.getId())).build().iterate();
        assertEquals(ids.size(), ids.stream().distinct().count());
        assertEquals(graph.users().count().get(asked -> asked.headers.add("ConsistencyLevel", "eventual")), ids.size());
    }

    @Test
    void aPartnerThatIsThereAlreadyIsRefused(@InTenant("target") Tenant target) {
        create(target);
        ODataError refused = assertThrows(ODataError.class, () -> create(target));
        assertEquals(409, refused.getResponseStatusCode());
    }

    private void create(Tenant tenant) {
        CrossTenantAccessPolicyConfigurationPartner partner = new CrossTenantAccessPolicyConfigurationPartner();
        partner.setTenantId(tenant.id());
        graph.policies().crossTenantAccessPolicy().partners().post(partner);
    }

    @Test
    void throttledCallsAreRepeated(Control control) {
        control.put("/faults", "{\"rules\":[{\"match\":{\"path\":\"*/organization\"},\"count\":2,\"answer\":{\"status\":429,\"retryAfter\":1}}]}").expect(204);
        assertEquals("Fernholm", graph.organization().get().getValue().get(0).getDisplayName());
    }
}
