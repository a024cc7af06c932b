import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One client of a soak, on one connection. Each request is due at a fixed time after the one before; its time counts from then, so a
 * server that stands still shows. It writes only to users of its own, so it knows what they must look like; what it creates it deletes.
 */
final class SoakClient extends Thread {
    private static final long TOKEN_AGE = TimeUnit.MINUTES.toNanos(20);
    private static final String USERS = "/v1.0/users/";

    private final int port;
    private final long interval;
    private final List<JsonNode> users;
    private final boolean search;
    private final Latencies latencies;
    private final Random random;
    private final String mark;
    private Connection connection;
    private String headers;
    private long tokenTime;
    private long due;
    private long made;
    private String group;
    private String delta;
    private String changed = "";
    private volatile boolean restart;
    private volatile boolean over;

    SoakClient(int number, int port, long interval, List<JsonNode> users, boolean search, Latencies latencies) {
        super("client " + number);
        this.port = port;
        this.interval = interval;
        this.users = users;
        this.search = search;
        this.latencies = latencies;
        this.random = new Random(number);
        this.mark = "soak" + number + "x";
    }

    /** What was late until now is forgotten. */
    void restart() {
        restart = true;
    }

    void leave() {
        over = true;
    }

    @Override
    public void run() {
        due = System.nanoTime() + random.nextLong(interval);
        while (!over || group != null) {
            try {
                if (over) {
                    deleteGroup();
                } else if (connection == null) {
                    begin();
                } else {
                    step();
                }
            } catch (IOException e) {
                latencies.error(getName() + ": " + e);
                connection = null;
                if (over) {
                    return;
                }
            }
        }
    }

    private void begin() throws IOException {
        connection = new Connection(port);
        token();
        if (group == null) {
            String body = "{\"displayName\":\"" + mark + "\",\"mailEnabled\":false,\"mailNickname\":\"" + mark + "\",\"securityEnabled\":true}";
            group = text(ask("create group", "POST", "/v1.0/groups", body, 201, mark), "id");
        }
        if (delta == null) {
            delta = link(ask("delta", "GET", "/v1.0/users/delta?$select=officeLocation&$deltatoken=latest", "", 200, "@odata.deltaLink"), "delta");
        }
    }

    /** A security group is gone at once. */
    private void deleteGroup() throws IOException {
        ask("delete group", "DELETE", "/v1.0/groups/" + group, "", 204, "");
        group = null;
    }

    private void step() throws IOException {
        int dice = random.nextInt(100);
        if (dice < 40) {
            byId();
        } else if (dice < 55) {
            filter();
        } else if (dice < 65) {
            search();
        } else if (dice < 73) {
            pages();
        } else if (dice < 83) {
            patch();
        } else if (dice < 90) {
            batch();
        } else if (dice < 96) {
            changes();
        } else {
            life();
        }
    }

    // ---- reading

    private void byId() throws IOException {
        JsonNode user = any();
        ask("by id", "GET", USERS + id(user), "", 200, user.path("displayName").asText());
    }

    private void filter() throws IOException {
        String department = any().path("department").asText();
        String query = "?$filter=department%20eq%20'" + Graph.encoded(department) + "'&$select=id,department&$top=20";
        ask("filter", "GET", "/v1.0/users" + query, "", 200, "\"department\":\"" + department + "\"");
    }

    private void search() throws IOException {
        JsonNode user = any();
        String name = user.path("displayName").asText();
        String query = search
                ? "$search=%22displayName:" + Graph.encoded(name.replaceAll("[^\\p{L}\\p{N}].*", "")) + "%22"
                : "$filter=startswith(displayName,'" + Graph.encoded(name.replace("'", "''")) + "')";
        ask("search", "GET", "/v1.0/users?$top=20&$count=true&" + query, "", 200, name.replaceAll("[^\\p{L}\\p{N}].*", ""));
    }

    private void pages() throws IOException {
        String first = ask("page", "GET", "/v1.0/users?$top=50&$orderby=displayName", "", 200, "@odata.nextLink");
        ask("page", "GET", link(first, "next"), "", 200, "@odata.nextLink");
    }

    // ---- writing

    private void patch() throws IOException {
        String id = id(any());
        String office = mark + made++;
        ask("patch", "PATCH", USERS + id, "{\"officeLocation\":\"" + office + "\"}", 204, "");
        ask("by id", "GET", USERS + id + "?$select=officeLocation", "", 200, "\"" + office + "\"");
        changed = id;
    }

    /** Created, read, changed, made a member, no member, deleted, and deleted for good: each seen to be so. */
    private void life() throws IOException {
        String name = mark + made++ + "@alderwood.onmicrosoft.com";
        String body = "{\"accountEnabled\":true,\"displayName\":\"" + name + "\",\"mailNickname\":\"" + mark + "\",\"userPrincipalName\":\"" + name
                + "\",\"passwordProfile\":{\"password\":\"Soak-7-" + mark + "-pw\"}}";
        String id = text(ask("create", "POST", "/v1.0/users", body, 201, name), "id");
        ask("by UPN", "GET", USERS + name, "", 200, id);
        ask("patch", "PATCH", USERS + id, "{\"city\":\"" + mark + "\"}", 204, "");
        String members = "/v1.0/groups/" + group + "/members";
        ask("add member", "POST", members + "/$ref", "{\"@odata.id\":\"https://graph.microsoft.com/v1.0/directoryObjects/" + id + "\"}", 204, "");
        ask("members", "GET", members + "?$select=id", "", 200, id);
        ask("remove member", "DELETE", members + "/" + id + "/$ref", "", 204, "");
        ask("delete", "DELETE", USERS + id, "", 204, "");
        ask("by id, deleted", "GET", USERS + id, "", 404, "Request_ResourceNotFound");
        ask("delete for good", "DELETE", "/v1.0/directory/deletedItems/" + id, "", 204, "");
    }

    /** Four reads and one write. */
    private void batch() throws IOException {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            parts.append("{\"id\":\"r" + i + "\",\"method\":\"GET\",\"url\":\"/users/" + id(any()) + "?$select=id\"},");
        }
        changed = id(any());
        parts.append("{\"id\":\"w\",\"method\":\"PATCH\",\"url\":\"/users/" + changed + "\",\"headers\":{\"Content-Type\":\"application/json\"},"
                + "\"body\":{\"officeLocation\":\"" + mark + made++ + "\"}}");
        String answer = ask("batch", "POST", "/v1.0/$batch", "{\"requests\":[" + parts + "]}", 200, "responses");
        int reads = 0;
        int writes = 0;
        for (JsonNode each : Graph.JSON.readTree(answer).path("responses")) {
            reads += each.path("status").asInt() == 200 && each.at("/body/id").isTextual() ? 1 : 0;
            writes += each.path("status").asInt() == 204 ? 1 : 0;
        }
        if (reads != 4 || writes != 1) {
            latencies.error("batch answered " + answer);
        }
    }

    /** All that changed since the last time; what this client changed has to be in it. */
    private void changes() throws IOException {
        boolean seen = changed.isEmpty();
        String path = delta;
        delta = null;
        while (path != null) {
            String answer = ask("delta", "GET", path, "", 200, "@odata.context");
            seen |= answer.contains(changed);
            boolean last = answer.contains("@odata.deltaLink");
            path = last ? null : link(answer, "next");
            delta = last ? link(answer, "delta") : null;
        }
        if (!seen) {
            latencies.error("the delta does not tell of " + changed);
        }
        changed = "";
    }

    // ---- asking

    private JsonNode any() {
        return users.get(random.nextInt(users.size()));
    }

    private static String id(JsonNode user) {
        return user.path("id").asText();
    }

    private static String text(String answer, String name) throws IOException {
        return Graph.JSON.readTree(answer).path(name).asText();
    }

    private static String link(String answer, String kind) throws IOException {
        return Graph.path(text(answer, "@odata." + kind + "Link"));
    }

    private void token() throws IOException {
        String path = "/_tenantry/tenants/source/tokens";
        if (connection.ask(Connection.request("POST", path, port, "Content-Type: application/json\r\n", "{}")) != 200) {
            throw new IOException("no token: " + connection.body());
        }
        headers = "Authorization: Bearer " + text(connection.body(), "access_token")
                + "\r\nContent-Type: application/json\r\nConsistencyLevel: eventual\r\n";
        tokenTime = System.nanoTime();
    }

    /** Waits until the next request is due; fails when the answer has another status or does not hold the piece. */
    private String ask(String kind, String method, String path, String body, int wanted, String piece) throws IOException {
        if (System.nanoTime() - tokenTime > TOKEN_AGE) {
            token();
        }
        byte[] request = Connection.request(method, path, port, headers, body);
        due = restart ? System.nanoTime() : due + interval;
        restart = false;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        int status = connection.ask(request);
        String answer = connection.body();
        latencies.saw(kind, System.nanoTime() - due);
        if (status != wanted || !answer.contains(piece)) {
            throw new IOException(method + " " + path + " answered " + status + " without '" + piece + "': " + answer);
        }
        return answer;
    }
}
