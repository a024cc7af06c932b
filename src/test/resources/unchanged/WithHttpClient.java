import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program as it runs against Microsoft Graph. */
public class WithHttpClient {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        String form = "grant_type=client_credentials&client_id=c11e0001-fe12-4000-8000-0000fe12ad01"
                + "&client_secret=fernholm-admin-secret&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";
        String token = value("access_token", send(HttpRequest.newBuilder(URI.create(
                        "https://login.microsoftonline.com/5eed0001-fe12-4000-8000-0000fe120001/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
        String page = get("https://graph.microsoft.com/v1.0/users?$top=2&$select=id", token);
        String next = get(value("@odata.nextLink", page), token);
        System.out.println(users(page) + " users, then " + users(next) + " more");
    }

    private static String get(String url, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static String value(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException(json);
        }
        return found.group(1);
    }

    private static long users(String page) {
        return Pattern.compile("\"id\"").matcher(page).results().count();
    }
}
