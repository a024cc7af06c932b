package io.tenantry.provisioning.mapping;

import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.directory.user.UserValues;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The attributes that can be written to users of the target (provisioning-engine.md §4.3, §4.4). */
final class TargetAttributes {
    private static final Map<String, String> RENAMED = Map.of(
            "facsimileTelephoneNumber", "faxNumber",
            "mobile", "mobilePhone",
            "physicalDeliveryOfficeName", "officeLocation");
    private static final Set<String> TEXTS = Set.of(
            "streetAddress",
            "city",
            "state",
            "postalCode",
            "country",
            "companyName",
            "department",
            "employeeId",
            "displayName",
            "givenName",
            "jobTitle",
            "mailNickname",
            "preferredLanguage",
            "surname",
            "usageLocation",
            "employeeType",
            "ageGroup",
            "consentProvidedForMinor");
    private static final Set<String> FLAGS = Set.of("accountEnabled", "showInAddressList");

    private final TargetDirectory target;

    TargetAttributes(TargetDirectory target) {
        this.target = target;
    }

    /** Empty where the target knows no such attribute. */
    Optional<TargetAttribute> named(String name) {
        if (RENAMED.containsKey(name)) {
            return Optional.of(text(RENAMED.get(name)));
        }
        if (TEXTS.contains(name)) {
            return Optional.of(text(name));
        }
        if (name.startsWith(ExtensionValues.PREFIX)) {
            return target.extensions().apply(name).map(dataType -> new DirectoryExtension(name, dataType));
        }
        if (FLAGS.contains(name)) {
            return Optional.of(new FlagProperty(name));
        }
        if (name.matches("extensionAttribute([1-9]|1[0-5])")) {
            return Optional.of(new ExtensionAttribute(name, UserValues.taking("onPremisesExtensionAttributes")));
        }
        return switch (name) {
            case "mail" -> Optional.of(new MailProperty());
            case "telephoneNumber" -> Optional.of(new BusinessPhone(UserValues.taking("businessPhones")));
            case "userPrincipalName" -> Optional.of(new ExternalName(target.initialDomain()));
            case "userType" -> Optional.of(new UserType());
            default -> Optional.empty();
        };
    }

    private static TextProperty text(String property) {
        return new TextProperty(property, UserValues.taking(property));
    }

    record TextProperty(String name, Predicate<String> taken) implements TargetAttribute {
        @Override
        public Value read(Entity target) {
            return Value.of(target.text(name));
        }

        @Override
        public Value accept(Value mapped) {
            return TypedValues.text(name, mapped, taken);
        }

        @Override
        public void write(Entity target, Value value) {
            target.set(name, value.text());
        }
    }

    private record FlagProperty(String name) implements TargetAttribute {
        @Override
        public Value read(Entity target) {
            return target.get(name) == null ? Value.NOTHING : new Value.Flag(target.flag(name));
        }

        @Override
        public Value accept(Value mapped) {
            return TypedValues.flag(name, mapped);
        }

        @Override
        public void write(Entity target, Value value) {
            target.set(name, Boolean.parseBoolean(value.text()));
        }
    }

    private record ExtensionAttribute(String name, Predicate<String> taken) implements TargetAttribute {
        @Override
        public Value accept(Value mapped) {
            return TypedValues.text(name, mapped, taken);
        }

        @Override
        public Value read(Entity target) {
            return PropertyValues.of(
                    target.properties().path("onPremisesExtensionAttributes").path(name));
        }

        @Override
        public void write(Entity target, Value value) {
            target.properties()
                    .withObjectProperty("onPremisesExtensionAttributes")
                    .put(name, value.text());
        }
    }

    private record BusinessPhone(Predicate<String> taken) implements TargetAttribute {
        @Override
        public Value accept(Value mapped) {
            return TypedValues.text("telephoneNumber", mapped, taken);
        }

        @Override
        public Value read(Entity target) {
            return PropertyValues.of(target.properties().path("businessPhones").path(0));
        }

        @Override
        public void write(Entity target, Value value) {
            target.set("businessPhones", List.of(value.text()));
        }
    }

    /** The UPN stands in external form, and in the identity that carries it. */
    private record ExternalName(String initialDomain) implements TargetAttribute {
        @Override
        public Value read(Entity target) {
            return Value.of(target.text("userPrincipalName"));
        }

        @Override
        public Value accept(Value mapped) {
            return Value.of(ExternalUser.userPrincipalName(mapped.text(), initialDomain));
        }

        @Override
        public void write(Entity target, Value value) {
            target.set("userPrincipalName", value.text());
            ExternalUser.setIdentities(target, initialDomain, true);
        }
    }

    private record UserType() implements TargetAttribute {
        @Override
        public Value read(Entity target) {
            return Value.of(target.text("userType"));
        }

        @Override
        public Value accept(Value mapped) {
            if (!Set.of("Member", "Guest").contains(mapped.text())) {
                throw new MappingFailure(new Failure(
                        "InvitationCreationFailureInvalidPropertyValue",
                        "The value '" + mapped.text() + "' of userType is neither Guest nor Member.",
                        "Correct the mapping of userType."));
            }
            return mapped;
        }

        @Override
        public void write(Entity target, Value value) {
            target.set("userType", value.text());
        }
    }
}
