import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;

/** A program as it runs against Microsoft Graph. */
public class WithUrlConnection {
    public static void main(String[] arguments) throws IOException {
        String form = "grant_type=client_credentials&client_id=c11e0001-fe12-4000-8000-0000fe12ad01"
                + "&client_secret=fernholm-admin-secret&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";
        HttpsURLConnection signIn = (HttpsURLConnection) new URL(
                        "https://login.microsoftonline.com/5eed0001-fe12-4000-8000-0000fe120001/oauth2/v2.0/token")
                .openConnection();
        signIn.setDoOutput(true);
        signIn.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
        String token = value("access_token", body(signIn));
        String page = get("https://graph.microsoft.com/v1.0/users?$top=2&$select=id", token);
        String next = get(value("@odata.nextLink", page), token);
        System.out.println(users(page) + " users, then " + users(next) + " more");
    }

    private static String get(String url, String token) throws IOException {
        HttpsURLConnection connection = (HttpsURLConnection) new URL(url).openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        return body(connection);
    }

    private static String body(HttpsURLConnection connection) throws IOException {
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
