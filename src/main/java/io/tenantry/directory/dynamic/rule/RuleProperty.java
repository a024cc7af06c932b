package io.tenantry.directory.dynamic.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A property that rules may name, with the Graph property behind it (directory.md §8.2). Names are case-sensitive.
 *
 * @param path Graph name, sub-property behind a slash
 */
record RuleProperty(String name, String path, Kind kind) {
    enum Kind {
        TEXT,
        FLAG,
        MOMENT,
        /** Several texts: a comparison holds where one of them fits. */
        TEXTS,
        /** Objects, only to be asked with -any and -all. */
        OBJECTS,
        /** Groups that hold the user directly. */
        GROUPS
    }

    private static final Pattern EXTENSION_ATTRIBUTE = Pattern.compile("extensionAttribute([1-9]|1[0-5])");
    private static final Pattern EXTENSION = Pattern.compile("extension_[0-9a-fA-F]{32}_\\w+");
    private static final Map<String, RuleProperty> OF_USER = new HashMap<>();

    static {
        String same = "city country companyName department displayName employeeId givenName jobTitle mail"
                + " onPremisesDistinguishedName onPremisesSecurityIdentifier passwordPolicies postalCode preferredLanguage"
                + " state streetAddress surname usageLocation userPrincipalName userType";
        for (String name : same.split(" ")) {
            add(name, name, Kind.TEXT);
        }
        add("mailNickName", "mailNickname", Kind.TEXT);
        add("mailNickname", "mailNickname", Kind.TEXT);
        add("mobile", "mobilePhone", Kind.TEXT);
        add("telephoneNumber", "businessPhones", Kind.TEXTS);
        add("facsimileTelephoneNumber", "faxNumber", Kind.TEXT);
        add("physicalDeliveryOfficeName", "officeLocation", Kind.TEXT);
        add("objectId", "id", Kind.TEXT);
        add("sipProxyAddress", "imAddresses", Kind.TEXTS);
        add("accountEnabled", "accountEnabled", Kind.FLAG);
        add("dirSyncEnabled", "onPremisesSyncEnabled", Kind.FLAG);
        add("employeeHireDate", "employeeHireDate", Kind.MOMENT);
        add("otherMails", "otherMails", Kind.TEXTS);
        add("proxyAddresses", "proxyAddresses", Kind.TEXTS);
        add("assignedPlans", "assignedPlans", Kind.OBJECTS);
        add("memberOf", "", Kind.GROUPS);
        add("memberof", "", Kind.GROUPS);
    }

    private static void add(String name, String path, Kind kind) {
        OF_USER.put(name, new RuleProperty(name, path, kind));
    }

    static Optional<RuleProperty> ofUser(String name) {
        if (EXTENSION_ATTRIBUTE.matcher(name).matches()) {
            return Optional.of(new RuleProperty(name, "onPremisesExtensionAttributes/" + name, Kind.TEXT));
        }
        if (EXTENSION.matcher(name).matches()) {
            return Optional.of(new RuleProperty(name, name, Kind.TEXT));
        }
        return Optional.ofNullable(OF_USER.get(name));
    }

    /** An element of a lambda: {@code _}, or a sub-property of an object. */
    static RuleProperty element(String path) {
        return new RuleProperty(path, path, Kind.TEXT);
    }
}
