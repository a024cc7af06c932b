package io.tenantry.odata.edm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** What {@code $metadata} answers: the Edm in the words of OData alone. {@code edm/metadata.xsl} says how it is made. */
final class MetadataDocument {
    private MetadataDocument() {}

    static byte[] of(String version) {
        try (InputStream edm = MetadataDocument.class.getResourceAsStream("/edm/" + version + ".xml");
                InputStream sheet = MetadataDocument.class.getResourceAsStream("/edm/metadata.xsl")) {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            transform(new StreamSource(sheet), new StreamSource(edm), new StreamResult(document));
            return document.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void transform(Source sheet, Source edm, Result result) {
        try {
            TransformerFactory.newInstance().newTransformer(sheet).transform(edm, result);
        } catch (TransformerException e) {
            throw new IllegalStateException("edm/metadata.xsl", e);
        }
    }
}
