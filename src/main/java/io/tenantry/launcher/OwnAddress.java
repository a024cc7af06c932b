package io.tenantry.launcher;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Addresses that this machine can listen on: found out before anything else is begun, since the server itself listens last. */
public final class OwnAddress {
    private OwnAddress() {}

    /** Throws {@link Refusal} for that of another machine. */
    static void require(String address) {
        if (!is(address)) {
            throw Refusal.mistake("cannot listen: " + address + " is no address of this machine");
        }
    }

    /** @param address or a name of one */
    public static boolean is(String address) {
        try {
            InetAddress found = InetAddress.getByName(address);
            return found.isAnyLocalAddress()
                    || found.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(found) != null;
        } catch (UnknownHostException | SocketException e) {
            return false;
        }
    }
}
