package io.tenantry.odata;

import static io.tenantry.odata.QueriedStore.object;
import static io.tenantry.odata.QueriedStore.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code $search} on both databases (odata-protocol.md §5). */
@Execution(ExecutionMode.CONCURRENT)
class SearchTest {
    private static final String DATABASES = "io.tenantry.odata.QueriedStore#databases";

    private static List<String> found(QueriedStore store, String type, String search) {
        return store.names(type, "$search=" + search).stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void tokensAreFoundByTheirBeginningInAnyOrderAndCase(Supplier<QueriedStore> database) {
        try (QueriedStore store = database.get()
                .with(user("Oscar Ward"), user("Conf Room 12B"), user("Abigail O'Rourke"), user("Łukasz Ödegård"))) {
            assertEquals(List.of("Oscar Ward"), found(store, "user", "\"displayName:wa\""));
            assertEquals(List.of("Oscar Ward"), found(store, "user", "\"displayName:WARD osc\""));
            assertEquals(List.of(), found(store, "user", "\"displayName:ard\""));
            assertEquals(List.of("Conf Room 12B"), found(store, "user", "\"displayName:room12\""));
            assertEquals(List.of("Abigail O'Rourke"), found(store, "user", "\"displayName:orourke\""));
            assertEquals(List.of("Łukasz Ödegård"), found(store, "user", "\"displayName:ÖDE łu\""));
            assertEquals(4, found(store, "user", "\"displayName:\"").size());
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void clausesAreCombined(Supplier<QueriedStore> database) {
        try (QueriedStore store = database.get()
                .with(
                        user("Ana Berg").set("mail", "ana@alder.example"),
                        user("Ana Cho").set("surname", "Cho").set("department", "Dock"),
                        user("Ben Cho").set("surname", "Cho"),
                        object("group", "Ana fans").set("description", "HelloWorld"))) {
            assertEquals(List.of("Ana Cho"), found(store, "user", "\"displayName:ana\" AND \"surname:CH\""));
            assertEquals(
                    List.of("Ana Berg", "Ben Cho"),
                    found(store, "user", "\"mail:ANA@\" OR (\"displayName:ben\" AND \"surname:cho\")"));
            assertEquals(
                    List.of("Ana Cho"),
                    store.names("user", "$search=\"displayName:ana\"&$filter=department eq 'dock'"));
            assertEquals(List.of("Ana fans"), found(store, "group", "\"description:hello world\""));
            assertEquals(
                    List.of("Ben Cho", "Ana Cho"),
                    store.names("user", "$search=\"surname:cho\"&$orderby=displayName desc&$top=1"));
            assertEquals(2, store.count("user", "$search=\"displayName:a\""));
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theIndexFollowsEveryWrite(Supplier<QueriedStore> database) {
        Entity ana = user("Ana Berg");
        try (QueriedStore store = database.get().with(ana, user("Ben"))) {
            store.write(session -> session.update(ana.copy().set("displayName", "Anna Lind")));
            assertEquals(List.of(), found(store, "user", "\"displayName:berg\""));
            assertEquals(List.of("Anna Lind"), found(store, "user", "\"displayName:lind\""));

            Entity deleted = ana.copy().set("displayName", "Anna Lind").set("deletedDateTime", Instant.EPOCH);
            store.write(session -> session.update(deleted));
            assertEquals(List.of(), found(store, "user", "\"displayName:lind\""));
            assertEquals(
                    List.of("Anna Lind"),
                    store.names(new CollectionSource.Deleted("user"), "user", "$search=\"displayName:lind\""));

            store.write(session -> session.update(ana.copy().set("displayName", "Anna Lind")));
            assertEquals(List.of("Anna Lind"), found(store, "user", "\"displayName:lind\""));

            store.write(session -> session.remove(ana));
            assertEquals(List.of(), found(store, "user", "\"displayName:lind\""));
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void rareAndFrequentTokensArePagedWithoutLossOrRepetition(Supplier<QueriedStore> database) {
        List<Entity> users = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            users.add(user("Team Member No" + i + (i % 2000 == 7 ? " Rare" : "")));
        }
        try (QueriedStore store = database.get().with(users.toArray(Entity[]::new))) {
            assertEquals(
                    6000,
                    found(store, "user", "\"displayName:team\"&$top=999").stream()
                            .distinct()
                            .count());
            assertEquals(3, found(store, "user", "\"displayName:ra\"&$top=2").size());
            assertEquals(
                    3,
                    found(store, "user", "\"displayName:team\" AND \"displayName:rare\"")
                            .size());
            assertEquals(
                    3,
                    found(store, "user", "\"displayName:rare\" OR \"mail:none\"")
                            .size());
            assertEquals(6000, store.count("user", "$search=\"displayName:m\""));
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void membersAreSearchedByWhatTheirTypesHave(Supplier<QueriedStore> database) {
        Entity dock = object("group", "Dock");
        Entity ana = user("Ana Berg");
        Entity fans = object("group", "Ana fans");
        try (QueriedStore store = database.get().with(dock, ana, fans, user("Ana Outside"))) {
            store.write(session -> {
                session.references().relate("member", dock.id(), ana.id());
                session.references().relate("member", dock.id(), fans.id());
            });
            CollectionSource members = new CollectionSource.Related("member", dock.id(), false, false);
            assertEquals(
                    List.of("Ana Berg", "Ana fans"),
                    store.names(members, "directoryObject", "$search=\"displayName:an\"").stream()
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void onlyDisplayNameSortsWhatIsSearched(Supplier<QueriedStore> database) {
        try (QueriedStore store = database.get()) {
            GraphError error = assertThrows(
                    GraphError.class, () -> store.page("user", "$search=\"displayName:a\"&$orderby=createdDateTime"));

            assertEquals("Request_UnsupportedQuery", error.code());
            assertEquals("An unsupported property was specified.", error.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void veryLongWordsAreFoundToo(Supplier<QueriedStore> database) {
        String word = "ü".repeat(900);
        try (QueriedStore store =
                database.get().with(object("group", "Long").set("description", word + "x"), object("group", "Short"))) {
            assertEquals(List.of("Long"), found(store, "group", "\"description:" + word + "\""));
            assertEquals(List.of(), found(store, "group", "\"description:" + word + "y\""));
        }
    }
}
