package io.tenantry.directory.object;

import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How {@code mail} and {@code proxyAddresses} hang together (directory.md §3.4). */
public final class MailAddresses {
    private static final String PRIMARY = "SMTP:";
    private static final String SECONDARY = "smtp:";
    /** No accents, no spaces, one at sign. */
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x3f\\x41-\\x7e]+@[A-Za-z0-9.-]+");

    private MailAddresses() {}

    public static boolean wellFormed(String address) {
        return FORM.matcher(address).matches();
    }

    /** Sets the mail address, which becomes the primary proxy address; null clears both. */
    public static void setMail(Entity object, String mail) {
        List<String> proxies = new ArrayList<>();
        if (mail != null) {
            proxies.add(PRIMARY + mail);
        }
        for (String proxy : object.texts("proxyAddresses")) {
            boolean primary = proxy.startsWith(PRIMARY);
            boolean same = mail != null && address(proxy).equalsIgnoreCase(mail);
            if (!same && !(primary && mail == null)) {
                proxies.add(primary ? SECONDARY + address(proxy) : proxy);
            }
        }
        object.set("mail", mail);
        object.set("proxyAddresses", proxies.isEmpty() ? null : Json.array(proxies));
    }

    public static String proxy(String address) {
        return SECONDARY + address;
    }

    private static String address(String proxy) {
        return proxy.substring(proxy.indexOf(':') + 1);
    }
}
