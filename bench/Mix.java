import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The query mix: what is asked of Tenantry and, in its words, of the peer.
 *
 * <pre>Mix prepare port=N out=FOLDER [users=FILE]
 * Mix check port=N [peer=N] out=FOLDER
 * Mix first port=N out=FOLDER</pre>
 *
 * {@code prepare} reads all users over Graph, writes them to FILE for the peer, one JSON object a line, and for each query the requests
 * {@code NAME.tenantry} and {@code NAME.peer} that {@code Load} plays. {@code check} asks the first requests of both sides and prints a
 * line for each query, parted by tabs: name, {@code same}, {@code other} (with what differs) or {@code refused}, and rows or counts.
 * {@code first} prints the answer to the first request by id.
 */
public final class Mix {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final int SAMPLE = 2000;
    private static final int TOKENS = 50;
    private static final int CHECKED = 20;
    private static final String ALL = "id,userPrincipalName,displayName,givenName,surname,mail,mailNickname,jobTitle,department,city,country,"
            + "companyName,officeLocation,employeeId,mobilePhone,preferredLanguage,usageLocation,userType,accountEnabled,createdDateTime,"
            + "businessPhones";

    /** One query with a value in it, as each side says it; {@code {v}} is the value. */
    private record Query(String name, String tenantry, String peer) {}

    private static final List<Query> QUERIES = List.of(
            new Query("by-id", "/v1.0/users/{v}", "/odata/Users('{v}')"),
            new Query("by-upn", "/v1.0/users/{v}", "/odata/Users?$filter=userPrincipalName%20eq%20'{v}'"),
            same("filter", "$filter=department%20eq%20'{v}'&$select=id,displayName,mail,department&$top=20", "People"),
            same("startswith", "$filter=startswith(displayName,'{v}')&$select=id,displayName,mail&$top=20", "Users"),
            new Query(
                    "search-count",
                    "/v1.0/users?$search=%22displayName:{v}%22&$count=true&$select=id,displayName&$top=20",
                    "/odata/Users?$filter=contains(displayName,'{v}')&$count=true&$select=id,displayName&$top=20"),
            new Query(
                    "search",
                    "/v1.0/users?$search=%22displayName:{v}%22&$select=id,displayName&$top=20",
                    "/odata/Users?$filter=contains(displayName,'{v}')&$select=id,displayName&$top=20"),
            new Query("page", "/v1.0/users", "/odata/Users"),
            same("order", "$orderby=displayName&$top=100", "Users"));

    private static Query same(String name, String options, String entity) {
        return new Query(name, "/v1.0/users?" + options, "/odata/" + entity + "?" + options);
    }

    private final Graph graph;
    private final Path folder;
    private final List<JsonNode> sample = new ArrayList<>();
    private final Map<String, Integer> departments = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private Mix(Graph graph, Path folder) {
        this.graph = graph;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = Graph.options(arguments, 1);
        Path folder = Files.createDirectories(Path.of(options.get("out")));
        Mix mix = new Mix(new Graph(options.get("port")).as(Graph.SOURCE), folder);
        switch (arguments[0]) {
            case "prepare" -> {
                mix.read(options.get("users"));
                mix.write();
            }
            case "check" -> mix.check(options.get("peer"));
            case "first" -> System.out.print(mix.graph.call("GET", mix.paths("by-id.tenantry").get(0), null));
            default -> throw new IllegalArgumentException("prepare, check or first, not " + arguments[0]);
        }
    }

    // ---- prepare

    private void read(String file) throws Exception {
        Random random = new Random(42);
        long seen = 0;
        try (Writer out = file == null ? Writer.nullWriter() : Files.newBufferedWriter(Path.of(file))) {
            String path = "/v1.0/users?$top=999&$select=" + (file == null ? "id,userPrincipalName,displayName,surname,department" : ALL);
            while (path != null) {
                JsonNode page = graph.call("GET", path, null);
                for (JsonNode user : page.path("value")) {
                    out.write(user + "\n");
                    keep(user, seen++, random);
                }
                path = page.has("@odata.nextLink") ? Graph.path(page.path("@odata.nextLink").asText()) : null;
            }
        }
        Collections.shuffle(sample, random);
    }

    /** A fair sample of so many, from the whole directory. */
    private void keep(JsonNode user, long number, Random random) {
        departments.merge(user.path("department").asText(), 1, Integer::sum);
        String name = user.path("displayName").asText();
        names.add(name);
        words.add(" " + NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" "));
        long place = number < SAMPLE ? number : random.nextLong(number + 1);
        if (place < SAMPLE) {
            if (place == sample.size()) {
                sample.add(user);
            } else {
                sample.set((int) place, user);
            }
        }
    }

    private void write() throws IOException {
        Map<String, Collection<String>> values = Map.of(
                "by-id", texts("id"),
                "by-upn", texts("userPrincipalName"),
                "filter", departments.keySet().stream().filter(each -> departments.get(each) >= 20).toList(),
                "startswith", prefixes(),
                "search", tokens(),
                "search-count", tokens(),
                "page", List.of(""),
                "order", List.of(""));
        for (Query query : QUERIES) {
            String headers = "Authorization: Bearer " + graph.token() + "\nConsistencyLevel: eventual\n\n";
            write(query.name + ".tenantry", headers, query.tenantry, values.get(query.name));
            write(query.name + ".peer", "\n", query.peer, values.get(query.name));
        }
    }

    private void write(String name, String headers, String query, Collection<String> values) throws IOException {
        StringBuilder text = new StringBuilder(headers);
        values.forEach(each -> text.append(query.replace("{v}", Graph.encoded(each))).append('\n'));
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> texts(String property) {
        return sample.stream().map(each -> each.path(property).asText()).toList();
    }

    private List<String> prefixes() {
        return sample.stream()
                .map(each -> each.path("displayName").asText())
                .filter(each -> each.matches("[A-Z][a-z]{3}.*"))
                .map(each -> each.substring(0, 4))
                .distinct()
                .toList();
    }

    /** Surnames that begin a word wherever they stand in a name, in this spelling: only then search and contains find the same. */
    private List<String> tokens() {
        return sample.stream()
                .map(each -> each.path("surname").asText())
                .filter(each -> each.matches("[A-Z][a-z]{3,}"))
                .distinct()
                .filter(this::sameForBoth)
                .limit(TOKENS)
                .toList();
    }

    private boolean sameForBoth(String token) {
        String begin = " " + token.toLowerCase(Locale.ROOT);
        return IntStream.range(0, names.size()).allMatch(i -> names.get(i).contains(token) == words.get(i).contains(begin));
    }

    // ---- check

    private void check(String peerPort) throws Exception {
        Graph peer = peerPort == null ? null : new Graph(peerPort);
        for (Query query : QUERIES) {
            List<String> ours = paths(query.name + ".tenantry");
            List<String> theirs = paths(query.name + ".peer");
            System.out.println(query.name + "\t" + verdict(peer, ours, theirs));
        }
    }

    private List<String> paths(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .dropWhile(each -> !each.isEmpty())
                .skip(1)
                .limit(CHECKED)
                .toList();
    }

    private String verdict(Graph peer, List<String> ours, List<String> theirs) throws Exception {
        String verdict = "";
        for (int i = 0; i < ours.size(); i++) {
            Graph.Answer answer = graph.answer("GET", ours.get(i), null);
            if (answer.status() != 200) {
                return "refused\t" + answer.status() + " " + answer.body().path("error").path("message").asText();
            }
            JsonNode other = peer == null ? answer.body() : peer.call("GET", theirs.get(i), null);
            verdict = compared(answer.body(), other);
            if (!verdict.startsWith("same")) {
                return verdict + " (" + ours.get(i) + ")";
            }
        }
        return verdict;
    }

    private static String compared(JsonNode ours, JsonNode theirs) {
        List<JsonNode> mine = rows(ours, Function.identity());
        List<JsonNode> peers = rows(theirs, Function.identity());
        String counts = mine.size() + " rows beside " + peers.size()
                + (ours.has("@odata.count") ? ", count " + ours.path("@odata.count") + " beside " + theirs.path("@odata.count") : "");
        if (!ours.path("@odata.count").equals(theirs.path("@odata.count")) || mine.size() != peers.size()) {
            return "other\t" + counts;
        }
        if (mine.equals(peers)) {
            return "same\t" + counts;
        }
        return rows(ours, each -> each.path("id")).equals(rows(theirs, each -> each.path("id")))
                ? "other\tsame ids, other properties: " + mine.get(0) + " beside " + peers.get(0)
                : "same number\t" + counts + ", in another order";
    }

    private static <T> List<T> rows(JsonNode answer, Function<JsonNode, T> part) {
        List<T> rows = new ArrayList<>();
        Iterable<JsonNode> values = answer.has("value") ? answer.path("value") : List.of(answer);
        for (JsonNode each : values) {
            JsonNode row = each.deepCopy();
            ((ObjectNode) row).remove(List.of("@odata.context", "@odata.etag", "@odata.id"));
            rows.add(part.apply(row));
        }
        return rows;
    }
}
