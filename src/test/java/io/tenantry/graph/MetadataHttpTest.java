package io.tenantry.graph;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import io.tenantry.odata.edm.StructuredType;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.apache.olingo.commons.api.edm.provider.CsdlAnnotation;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlNamed;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.server.core.MetadataParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §1: {@code $metadata} in CSDL 4.0. */
@QuarkusTest
class MetadataHttpTest implements TwoTenants {
    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "beta"})
    void everyTypeThatIsServedIsDeclared(String version) throws Exception {
        CsdlSchema schema = served(version);
        GraphModel model = ModelLoader.load(version);

        assertEquals(
                model.types().stream().map(StructuredType::name).sorted().toList(),
                Stream.concat(schema.getEntityTypes().stream(), schema.getComplexTypes().stream())
                        .map(CsdlNamed::getName)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "beta"})
    void noTermIsUsedThatClientsDoNotKnow(String version) {
        assertThat(document(version), not(containsString("tenantry")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "beta"})
    void entitySetsOfTheDirectorySayWhatCannotBeFilteredOrSorted(String version) throws Exception {
        CsdlEntitySet users = served(version).getEntityContainer().getEntitySets().stream()
                .filter(set -> set.getName().equals("users"))
                .findFirst()
                .orElseThrow();

        List<String> terms =
                users.getAnnotations().stream().map(CsdlAnnotation::getTerm).toList();

        assertThat(
                terms,
                hasItems(
                        "Org.OData.Capabilities.V1.FilterRestrictions",
                        "Org.OData.Capabilities.V1.SortRestrictions",
                        "Org.OData.Capabilities.V1.SearchRestrictions"));
    }

    private CsdlSchema served(String version) throws Exception {
        return new MetadataParser()
                .parseAnnotations(true)
                .recursivelyLoadReferences(false)
                .implicitlyLoadCoreVocabularies(false)
                .buildEdmProvider(new StringReader(document(version)))
                .getSchemas()
                .get(0);
    }

    private String document(String version) {
        return SOURCE.anonymous()
                .get("/" + version + "/$metadata")
                .statusCode(200)
                .extract()
                .asString();
    }
}
