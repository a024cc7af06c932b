package bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The same bytes for every id, straight from the event loop: no database, no token, no thread of its own. */
@Path("/v1.0/users/{id}")
public class Bytes {
    private final byte[] body;

    Bytes(@ConfigProperty(name = "bare.body") java.nio.file.Path file) {
        try {
            body = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @NonBlocking
    @Produces("application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8")
    public byte[] user() {
        return body;
    }
}
