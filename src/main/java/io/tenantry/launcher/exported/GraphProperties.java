package io.tenantry.launcher.exported;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The properties that a scenario can give objects, read from the server's own Edm. */
final class GraphProperties {
    private static final String EDM = "/edm/beta.xml";
    /** Of the tenant they come from: units, plans and passwords. */
    private static final Set<String> LEFT_OUT = Set.of(
            "assignedLicenses",
            "assignedPlans",
            "provisionedPlans",
            "licenseAssignmentStates",
            "passwordProfile",
            "signInActivity",
            "deletedDateTime");

    private final Map<String, Set<String>> properties = new HashMap<>();
    private final Map<String, String> bases = new HashMap<>();

    GraphProperties() {
        try (InputStream edm = GraphProperties.class.getResourceAsStream(EDM)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(edm);
            read(xml);
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("the Edm of the server cannot be read", e);
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        String type = null;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getAttributeValue(null, "Name");
                switch (xml.getLocalName()) {
                    case "EntityType", "ComplexType" -> {
                        type = name;
                        String base = xml.getAttributeValue(null, "BaseType");
                        bases.put(type, base == null ? "" : base.substring(base.lastIndexOf('.') + 1));
                        properties.putIfAbsent(type, new HashSet<>());
                    }
                    case "Property" -> properties.get(type).add(name);
                    default -> {
                        // annotations, navigation, operations
                    }
                }
            }
        }
    }

    boolean knows(String type, String property) {
        if (LEFT_OUT.contains(property)) {
            return false;
        }
        for (String each = type; !each.isEmpty() && properties.containsKey(each); each = bases.get(each)) {
            if (properties.get(each).contains(property)) {
                return true;
            }
        }
        return property.startsWith("extension_") && Set.of("user", "group").contains(type);
    }
}
