package io.tenantry.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.store.References;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphModelTest {
    @Test
    void aUserShowsElevenPropertiesByDefaultOnV1() {
        StructuredType user = ModelLoader.load("v1.0").type("user");

        assertEquals(
                List.of(
                        "businessPhones",
                        "displayName",
                        "givenName",
                        "id",
                        "jobTitle",
                        "mail",
                        "mobilePhone",
                        "officeLocation",
                        "preferredLanguage",
                        "surname",
                        "userPrincipalName"),
                user.properties().stream()
                        .filter(p -> !p.selectOnly())
                        .map(Property::name)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "beta"})
    void everyTypeThatTheModelNamesIsInIt(String version) {
        GraphModel model = ModelLoader.load(version);

        model.types().forEach(type -> {
            type.navigations().forEach(n -> model.type(n.target()));
            type.properties()
                    .forEach(p -> assertTrue(
                            model.findType(p.type().name()).isPresent()
                                    || p.type().name().startsWith("Edm.")
                                    || model.enumType(p.type().name()) != null,
                            p.name()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "beta"})
    void theStoreKnowsEveryKindOfReference(String version) {
        List<String> kinds = ModelLoader.load(version).types().stream()
                .flatMap(type -> type.navigations().stream())
                .flatMap(navigation -> navigation.relation().stream())
                .map(Navigation.Relation::kind)
                .distinct()
                .sorted()
                .toList();

        assertEquals(References.KINDS, kinds);
    }

    @Test
    void directoryRulesHoldForUsersButNotForExtensionProperties() {
        GraphModel model = ModelLoader.load("v1.0");

        assertTrue(model.type("user").directory());
        assertFalse(model.type("extensionProperty").directory());
        assertEquals(List.of("userPrincipalName"), model.type("user").alternateKeys());
    }
}
