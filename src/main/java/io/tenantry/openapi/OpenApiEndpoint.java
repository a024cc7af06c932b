package io.tenantry.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tenantry.format.Json;
import io.tenantry.http.ForEveryone;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;

/** {@code /q/openapi}: the documents, as YAML unless JSON is asked for, and the page that shows them. */
@ForEveryone
@Path("/q/openapi")
public class OpenApiEndpoint {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALLOW_LONG_KEYS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private final OpenApiDocument document;

    OpenApiEndpoint(OpenApiDocument document) {
        this.document = document;
    }

    @GET
    public Response get(@QueryParam("version") @DefaultValue("v1.0") String version, @Context HttpHeaders headers)
            throws JsonProcessingException {
        if (!Set.of("v1.0", "beta").contains(version)) {
            throw new NotFoundException();
        }
        MediaType wanted = headers.getAcceptableMediaTypes().get(0);
        return wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !wanted.isWildcardType()
                ? Response.ok(Json.write(document.of(version)), MediaType.APPLICATION_JSON_TYPE)
                        .build()
                : Response.ok(YAML.writeValueAsString(document.of(version)), "application/yaml")
                        .build();
    }

    @GET
    @Path("ui")
    @Produces(MediaType.TEXT_HTML)
    public InputStream page() {
        return OpenApiEndpoint.class.getResourceAsStream("/openapi/ui.html");
    }
}
