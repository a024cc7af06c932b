package io.tenantry.token.claim;

import io.tenantry.directory.user.PasswordExpiry;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Claims about a user, by name; what has no value is not told. */
@ApplicationScoped
class UserClaims {
    /** What v1.0 tokens say unasked. */
    static final Set<String> ALWAYS_IN_V1 =
            Set.of("family_name", "given_name", "ipaddr", "onprem_sid", "pwd_exp", "pwd_url", "upn");
    /** What the scope {@code profile} stands for. */
    static final Set<String> OF_PROFILE = Set.of("family_name", "given_name", "upn");

    static final String IP_ADDRESS = "127.0.0.1";
    private static final String CHANGE_PASSWORD = "https://portal.microsoftonline.com/ChangePassword.aspx";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Tenants tenants;
    private final Map<String, Function<ToldUser, Object>> values;

    UserClaims(Tenants tenants) {
        this.tenants = tenants;
        this.values = Map.ofEntries(
                Map.entry("acct", told -> told.isGuest() ? 1 : 0),
                Map.entry("auth_time", told -> told.signIn().at().getEpochSecond()),
                Map.entry("ctry", UserClaims::country),
                Map.entry("email", told -> told.user().text("mail")),
                Map.entry("family_name", told -> told.user().text("surname")),
                Map.entry("given_name", told -> told.user().text("givenName")),
                Map.entry("ipaddr", told -> IP_ADDRESS),
                Map.entry("login_hint", told -> told.signIn().account().loginHint()),
                Map.entry("onprem_sid", told -> told.user().text("onPremisesSecurityIdentifier")),
                Map.entry("preferred_username", told -> told.signIn().account().name()),
                Map.entry("pwd_exp", UserClaims::passwordEnd),
                Map.entry(
                        "pwd_url",
                        told -> soonOver(told).map(end -> CHANGE_PASSWORD).orElse(null)),
                Map.entry("sid", told -> told.signIn().carried().session()),
                Map.entry(
                        "upn",
                        told -> told.isFromElsewhere() ? null : told.user().text("userPrincipalName")),
                Map.entry("verified_primary_email", this::primaryAddresses),
                Map.entry("verified_secondary_email", this::secondaryAddresses),
                Map.entry("xms_edov", this::ownsDomainOfAddress),
                Map.entry("xms_pdl", told -> told.user().text("preferredDataLocation")),
                Map.entry("xms_pl", UserClaims::language));
    }

    /** Null for none. */
    Object value(String name, ToldUser told) {
        return values.getOrDefault(name, any -> null).apply(told);
    }

    private static String country(ToldUser told) {
        String country = told.user().text("country");
        return country != null && COUNTRIES.contains(country.toUpperCase(Locale.ROOT)) ? country : null;
    }

    /** A guest's is what it is at home. */
    private static String language(ToldUser told) {
        String language = told.signIn().account().user().text("preferredLanguage");
        return language == null ? null : language.toLowerCase(Locale.ROOT);
    }

    private static Long passwordEnd(ToldUser told) {
        return soonOver(told)
                .map(end -> Duration.between(told.now(), end).toSeconds())
                .orElse(null);
    }

    private static Optional<Instant> soonOver(ToldUser told) {
        return told.isFromElsewhere() ? Optional.empty() : PasswordExpiry.near(told.session(), told.user(), told.now());
    }

    private List<String> primaryAddresses(ToldUser told) {
        return verified(told, Stream.ofNullable(told.user().text("mail")));
    }

    private List<String> secondaryAddresses(ToldUser told) {
        return verified(
                told,
                told.user().texts("proxyAddresses").stream()
                        .filter(address -> address.startsWith("smtp:"))
                        .map(address -> address.substring("smtp:".length())));
    }

    private List<String> verified(ToldUser told, Stream<String> addresses) {
        List<String> verified = addresses
                .filter(address -> isOf(told.session().tenant(), address))
                .toList();
        return verified.isEmpty() ? null : verified;
    }

    /** Whether the tenant in which the user is at home has verified the domain of its address. */
    private Boolean ownsDomainOfAddress(ToldUser told) {
        Entity user = told.user();
        return user.text("mail") == null ? null : isOf(told.signIn().account().home(), user.text("mail"));
    }

    private boolean isOf(Tenant tenant, String address) {
        return tenants.byDomain(address.substring(address.lastIndexOf('@') + 1))
                .filter(owner -> owner.key() == tenant.key())
                .isPresent();
    }
}
