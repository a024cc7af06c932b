package io.tenantry.token.device;

import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.authorize.Arrival;
import io.tenantry.token.authorize.ClientAuthorities;
import io.tenantry.token.authorize.Journey;
import io.tenantry.token.authorize.Journeys;
import io.tenantry.token.authorize.Parameters;
import io.tenantry.token.code.DeviceCodes;
import io.tenantry.token.code.DeviceCodes.DeviceCode;
import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.page.PageResource;
import io.tenantry.token.page.Pages;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.session.BrowserSession;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** {@code /common/oauth2/deviceauth}: where users enter the code of their device and sign in for it (token-service.md §1, §5). */
@Path(TokenPaths.COMMON + "/oauth2/deviceauth")
public class DevicePageResource extends PageResource {
    private static final String PATH = TokenPaths.COMMON + "/oauth2/deviceauth";

    private final InstantSource clock;
    private final ClientAuthorities clients;
    private final Journeys journeys;
    private final DeviceCodes codes;

    DevicePageResource(InstantSource clock, ClientAuthorities clients, Journeys journeys, DeviceCodes codes) {
        this.clock = clock;
        this.clients = clients;
        this.journeys = journeys;
        this.codes = codes;
    }

    @Override
    protected Response answer(TokenCall call) {
        Parameters parameters = new Parameters(call);
        Optional<String> entered = parameters.value("otc").or(() -> parameters.value("code"));
        if (entered.isEmpty()) {
            return Pages.code(new Pages.Code(PATH, null));
        }
        Optional<DeviceCode> code = codes.byUserCode(entered.get()).filter(this::isWaiting);
        if (code.isEmpty()) {
            return Pages.code(
                    new Pages.Code(PATH, GrantErrors.badVerificationCode().description()));
        }
        return lead(call, parameters, code.get());
    }

    private boolean isWaiting(DeviceCode code) {
        return code.state() == DeviceCodes.State.PENDING && !code.isOver(clock.instant());
    }

    private Response lead(TokenCall call, Parameters parameters, DeviceCode code) {
        try {
            Authority authority = clients.authority(code.authority());
            Journey journey = new Journey(
                    call,
                    parameters,
                    clients.tenant(authority),
                    clients.find(authority, code.clientId()),
                    RequestedScopes.parse(code.scope()),
                    Set.of(),
                    "",
                    PATH + "?otc=" + code.userCode());
            Arrival arrival = journeys.go(
                    journey, (tenant, session, ticket) -> confirm(journey, session, ticket), journeys.consent(journey));
            return arrival instanceof Arrival.AtEnd end
                    ? end.cookie().on(approve(code, end.tenant(), end))
                    : ((Arrival.AtPage) arrival).answer();
        } catch (TokenError error) {
            return refuse(code, error);
        } catch (Journeys.Refused refused) {
            return refused.cookie().on(refuse(code, refused.error()));
        }
    }

    /** Who enters a code that somebody sent him must see what he signs in to. */
    private static Optional<Response> confirm(Journey journey, BrowserSession session, String ticket) {
        Parameters parameters = journey.parameters();
        Optional<String> answer = parameters.posted("ticket").flatMap(any -> parameters.posted("confirm"));
        if (answer.filter("cancel"::equals).isPresent()) {
            throw SignInErrors.declined();
        }
        if (answer.isPresent() || parameters.posted("consent").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Pages.confirm(new Pages.Confirm(
                journey.action(),
                ticket,
                session.signIn().account().name(),
                journey.client().displayName())));
    }

    private Response approve(DeviceCode code, Tenant tenant, Arrival.AtEnd end) {
        return codes.approve(code, tenant, end.session().signIn().carried())
                ? Pages.message(
                        "You are signed in",
                        "You have signed in to " + end.client().displayName()
                                + " on your device. You may now close this window.")
                : Pages.error(GrantErrors.badVerificationCode());
    }

    private Response refuse(DeviceCode code, TokenError error) {
        if (error.number() == 65004) {
            codes.decline(code);
        }
        return Pages.error(error);
    }
}
