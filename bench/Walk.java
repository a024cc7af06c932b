import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Follows the next links of the users to a page, and writes the request for it, as {@code Load} plays it.
 *
 * <pre>Walk port=N page=1000 out=FILE</pre>
 */
public final class Walk {
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = Graph.options(arguments, 0);
        Graph graph = new Graph(options.get("port")).as(Graph.SOURCE);
        String path = "/v1.0/users?$top=100";
        for (int page = Integer.parseInt(options.get("page")); page > 1; page--) {
            JsonNode answer = graph.call("GET", path, null);
            if (!answer.has("@odata.nextLink")) {
                throw new IOException("there are fewer pages, " + page + " are left to go");
            }
            path = Graph.path(answer.path("@odata.nextLink").asText());
        }
        Files.writeString(Path.of(options.get("out")), "Authorization: Bearer " + graph.token() + "\n\n" + path + "\n");
    }
}
