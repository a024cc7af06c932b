package io.tenantry.token.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.token.http.TokenAnswers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** {@code /getuserrealm.srf?login=…}: what scripts ask for the type of a domain; JSON, or XML with {@code xml=1}. */
@Path(TokenPaths.USER_REALM_PAGE)
public class RealmInfoResource extends TokenServiceResource {
    private final UserRealm realms;

    RealmInfoResource(UserRealm realms) {
        super("GET");
        this.realms = realms;
    }

    @GET
    public Response get(@Context ServerRequestContext context) {
        TokenCall call = TokenCall.of(context, "common");
        ObjectNode info = realms.realmInfo(
                Optional.ofNullable(call.query().get("login")).orElseThrow(() -> TokenError.missing("login")));
        return "1".equals(call.query().get("xml"))
                ? TokenAnswers.document(call, "text/xml; charset=utf-8", xml(info))
                : TokenAnswers.document(call, info);
    }

    private static byte[] xml(ObjectNode info) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartElement("RealmInfo");
            xml.writeAttribute("Success", "true");
            for (var each : info.properties()) {
                xml.writeStartElement(each.getKey());
                xml.writeCharacters(each.getValue().asText());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw TokenError.malformed(); // a character that XML does not have
        }
    }
}
