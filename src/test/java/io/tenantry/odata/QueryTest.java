package io.tenantry.odata;

import static io.tenantry.odata.QueriedStore.object;
import static io.tenantry.odata.QueriedStore.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.LongNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.odata.query.Page;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters, orders and pages on both databases (odata-protocol.md §4 to §7). */
@Execution(ExecutionMode.CONCURRENT)
class QueryTest {
    private static final String DATABASES = "io.tenantry.odata.QueriedStore#databases";

    private static List<String> found(QueriedStore store, String filter) {
        return store.names("user", "$filter=" + filter).stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void nothingIsLessThanEveryValueAndUnequalToAll(Supplier<QueriedStore> database) {
        try (QueriedStore store =
                database.get().with(user("ana").set("city", "Cork"), user("ben").set("city", "Ådal"), user("cho"))) {
            assertEquals(List.of("ana"), found(store, "city eq 'CORK'"));
            assertEquals(List.of("ben"), found(store, "city eq 'åDAL'"));
            assertEquals(List.of("ben", "cho"), found(store, "city ne 'cork'"));
            assertEquals(List.of("cho"), found(store, "city eq null"));
            assertEquals(List.of("ana", "ben"), found(store, "city ne null"));
            assertEquals(List.of("ben", "cho"), found(store, "not(city eq 'Cork')"));
            assertEquals(List.of("ben", "cho"), found(store, "not startsWith(city,'c')"));
            assertEquals(List.of("ana", "cho"), found(store, "companyName eq null and city in (null,'cork')"));
            assertEquals(List.of("ana", "ben"), found(store, "city ge 'a'"));
        }
    }

    /** directory.md §12. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void aDomainIsReferredToByNamesAndAddressesInIt(Supplier<QueriedStore> database) {
        Entity named = user("named").set("userPrincipalName", "Ana@Fresh.Example");
        Entity mailed = user("mailed").set("mail", "ben@fresh.example");
        Entity addressed = object("group", "addressed").set("proxyAddresses", List.of("SMTP:crew@FRESH.example"));
        Entity identified =
                object("application", "identified").set("identifierUris", List.of("https://fresh.example/crane"));
        Entity beside = user("beside").set("mail", "cho@not-fresh.example").set("userPrincipalName", "cho@x.example");
        Entity below = object("application", "below").set("identifierUris", List.of("https://a.fresh.example"));
        Entity deleted = user("deleted")
                .set("mail", "dee@fresh.example")
                .set("deletedDateTime", Instant.parse("2026-01-01T00:00:00Z"));
        try (QueriedStore store = database.get().with(named, mailed, addressed, identified, beside, below, deleted)) {
            CollectionSource source = new CollectionSource.InDomain("fresh.example");
            assertEquals(
                    Set.of("named", "mailed", "addressed", "identified"),
                    Set.copyOf(store.names(source, "directoryObject", "$top=1")));
            assertEquals(4, store.names(source, "directoryObject", "$top=3").size());
        }
    }

    /** directory.md §11: a directory extension compares as what its literal is. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void extensionsOfAnyTypeAreFoundByTheirValues(Supplier<QueriedStore> database) {
        Entity ana = user("ana")
                .set("extension_a_flag", true)
                .set("extension_a_size", LongNode.valueOf(42))
                .set("extension_a_since", "2026-01-05T08:00:00Z")
                .set("extension_a_text", "42");
        Entity ben =
                user("ben").set("extension_a_flag", false).set("extension_a_size", LongNode.valueOf(9_000_000_000L));
        try (QueriedStore store = database.get().with(ana, ben, user("cho"))) {
            assertEquals(List.of("ana"), found(store, "extension_a_flag eq true"));
            assertEquals(List.of("ben"), found(store, "extension_a_flag eq FALSE"));
            assertEquals(List.of("ben", "cho"), found(store, "extension_a_flag ne true"));
            assertEquals(List.of("ana"), found(store, "extension_a_size eq 42"));
            assertEquals(List.of("ben"), found(store, "extension_a_size in (1,9000000000)"));
            assertEquals(List.of("ben", "cho"), found(store, "extension_a_size ne 42"));
            assertEquals(List.of("cho"), found(store, "extension_a_size eq null"));
            assertEquals(List.of("ana"), found(store, "extension_a_size ne null and extension_a_size eq 42"));
            assertEquals(List.of("ana"), found(store, "extension_a_since eq 2026-01-05T10:00:00%2B02:00"));
            assertEquals(List.of("ana"), found(store, "extension_a_text eq '42' and startsWith(extension_a_text,'4')"));
            assertEquals(List.of(), found(store, "extension_a_text eq 42"));
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void listsAndAlternativesFindEachObjectOnce(Supplier<QueriedStore> database) {
        try (QueriedStore store = database.get()
                .with(
                        user("ana").set("city", "Cork").set("department", "Dock"),
                        user("ben").set("department", "Dock"),
                        user("cho").set("mail", "cho@alder.example"),
                        user("dov"))) {
            assertEquals(List.of("ana", "ben"), found(store, "city eq 'cork' or department eq 'dock'"));
            assertEquals(List.of("ana", "cho"), found(store, "city in ('cork','x') or startsWith(mail,'cho')"));
            assertEquals(
                    List.of("ana"), found(store, "(city eq 'cork' or mail eq 'x') and department in ('dock','yard')"));
            assertEquals(
                    List.of("ben", "ana"),
                    store.names("user", "$filter=department eq 'dock' or city eq 'x'&$orderby=displayName desc"));
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void elementsAreFoundByAllConditionsOnOneOfThem(Supplier<QueriedStore> database) {
        Entity ana = user("ana");
        ana.array("identities")
                .add(Json.object().put("issuer", "a").put("issuerAssignedId", "1"))
                .add(Json.object().put("issuer", "b").put("issuerAssignedId", "2"));
        ana.array("assignedPlans").add(Json.object().put("service", "exchange").put("capabilityStatus", "Enabled"));
        try (QueriedStore store = database.get().with(ana, user("ben").set("otherMails", List.of("B@else.example")))) {
            assertEquals(
                    List.of("ana"), found(store, "identities/any(i:i/issuer eq 'A' and i/issuerAssignedId eq '1')"));
            assertEquals(List.of(), found(store, "identities/any(i:i/issuer eq 'a' and i/issuerAssignedId eq '2')"));
            assertEquals(
                    List.of("ana"),
                    found(store, "assignedPlans/any(p:p/service eq 'Exchange' and p/capabilityStatus eq 'enabled')"));
            assertEquals(List.of(), found(store, "assignedPlans/any(p:startsWith(p/service,'share'))"));
            assertEquals(List.of("ben"), found(store, "otherMails/any(m:m eq 'x' or startsWith(m,'b@'))"));
            assertEquals(List.of("ana"), found(store, "not(otherMails/any(m:endsWith(m,'example')))"));
            assertEquals(List.of("ana"), found(store, "otherMails/$count eq 0"));
            assertEquals(List.of("ben"), found(store, "otherMails/$count ne 0"));
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void elementsOfOtherTypesAreNeitherCountedNorInTheWayOfAPage(Supplier<QueriedStore> database) {
        String filter = "$filter=proxyAddresses/any(p:startsWith(p,'smtp:'))";
        try (QueriedStore store = database.get()) {
            for (int i = 0; i < 10; i++) {
                store.with(
                        object("group", "g" + i).set("proxyAddresses", List.of("smtp:g" + i + "@x.example")),
                        user("u" + i).set("proxyAddresses", List.of("smtp:u" + i + "@x.example")));
            }

            assertEquals(10, store.count("user", filter));
            assertEquals(10, store.names("user", filter + "&$top=1").size());
            assertEquals(10, store.names("group", filter + "&$top=3").size());
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void objectsAreFoundByHowManyLiveObjectsTheyLeadTo(Supplier<QueriedStore> database) {
        Entity ana = user("ana");
        Entity ben = user("ben");
        Entity gone = user("gone").set("deletedDateTime", Instant.EPOCH);
        List<Entity> groups = Stream.of("none", "left", "one", "two")
                .map(name -> object("group", name))
                .toList();
        Entity crane = object("application", "crane");
        try (QueriedStore store = database.get().with(ana, ben, gone, crane).with(groups.toArray(Entity[]::new))) {
            store.write(session -> {
                session.references().relate("owner", groups.get(1).id(), gone.id());
                session.references().relate("owner", groups.get(2).id(), ana.id());
                session.references().relate("owner", groups.get(3).id(), ana.id());
                session.references().relate("owner", groups.get(3).id(), ben.id());
                session.insert(Entity.childOf(crane.id(), "extensionProperty", Ids.derived("berth"))
                        .set("name", "berth"));
            });

            assertEquals(List.of("left", "none"), sized(store, "group", "owners/$count eq 0"));
            assertEquals(List.of("one", "two"), sized(store, "group", "owners/$count ne 0"));
            assertEquals(List.of("one"), sized(store, "group", "owners/$count eq 1"));
            assertEquals(List.of("left", "none", "two"), sized(store, "group", "owners/$count ne 1"));
            assertEquals(List.of("one"), sized(store, "group", "not(OWNERS/$count eq 0) and displayName eq 'one'"));
            assertEquals(List.of("ben"), sized(store, "user", "ownedObjects/$count eq 1"));
            assertEquals(List.of("crane"), sized(store, "application", "extensionProperties/$count ne 0"));
            assertEquals(2, store.count("group", "$filter=owners/$count eq 0"));
        }
    }

    private static List<String> sized(QueriedStore store, String type, String filter) {
        return store.names(type, "$filter=" + filter + "&$top=1").stream()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void membersOfSeveralTypesAreFilteredByWhatSomeHave(Supplier<QueriedStore> database) {
        Entity dock = object("group", "dock");
        Entity ana = user("ana").set("userType", "Guest");
        Entity anchors = object("group", "anchors");
        try (QueriedStore store = database.get().with(dock, ana, anchors, user("ann"))) {
            store.write(session -> {
                session.references().relate("member", dock.id(), ana.id());
                session.references().relate("member", dock.id(), anchors.id());
            });
            CollectionSource members = new CollectionSource.Related("member", dock.id(), false, false);
            assertEquals(
                    List.of("ana", "anchors"),
                    store.names(members, "directoryObject", "$filter=startsWith(displayName,'an')").stream()
                            .sorted()
                            .toList());
            assertEquals(List.of("ana"), store.names(members, "directoryObject", "$filter=userType eq 'guest'"));
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void outsideOfTheDirectoryAPathIsSortedByToo(Supplier<QueriedStore> database) {
        try (QueriedStore store = database.get()) {
            for (String state : List.of("Active", "paused", "InProgress", "Disabled")) {
                Entity job = Entity.childOf("crane", "synchronizationJob", Ids.derived(state));
                store.with(job.set("schedule", Json.object().put("state", state)));
            }
            CollectionSource jobs = new CollectionSource.Children("synchronizationJob", "crane");

            List<String> states = new ArrayList<>();
            Optional<String> next = Optional.of("");
            while (next.isPresent()) {
                Page page = store.page(jobs, "synchronizationJob", "$orderby=SCHEDULE/state desc&$top=1" + next.get());
                page.entities()
                        .forEach(job ->
                                states.add(job.get("schedule").get("state").asText()));
                next = page.next().map(token -> "&$skiptoken=" + token);
            }
            assertEquals(List.of("paused", "InProgress", "Disabled", "Active"), states);
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void everyOrderIsPagedThroughTiesAndNulls(Supplier<QueriedStore> database) {
        List<Entity> groups = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Entity group = object("group", "g" + i).set("displayName", i % 3 == 0 ? null : "Same" + i % 2);
            groups.add(group);
        }
        try (QueriedStore store = database.get().with(groups.toArray(Entity[]::new))) {
            for (String order : List.of("displayName", "displayName desc", "displayName desc,displayName")) {
                List<String> ids = ids(store, "$orderby=" + order + "&$top=4");
                assertEquals(30, ids.stream().distinct().count(), order);
                assertEquals(30, ids.size(), order);
                assertEquals(ids, ids(store, "$orderby=" + order + "&$top=999"), order);
            }
            List<String> ascending = ids(store, "$orderby=displayName&$top=7");
            List<String> descending = new ArrayList<>(ids(store, "$orderby=displayName desc&$top=7"));
            java.util.Collections.reverse(descending);
            assertEquals(ascending, descending);
        }
    }

    private static List<String> ids(QueriedStore store, String options) {
        List<String> ids = new ArrayList<>();
        String token = "";
        while (token != null) {
            Page page = store.page("group", options + token);
            page.entities().forEach(entity -> ids.add(entity.id()));
            token = page.next().map(next -> "&$skiptoken=" + next).orElse(null);
        }
        return ids;
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatChangesBetweenPagesNeitherLosesNorRepeatsOthers(Supplier<QueriedStore> database) {
        List<Entity> users = Stream.of("ana", "ben", "cho", "dov", "eli")
                .map(QueriedStore::user)
                .toList();
        try (QueriedStore store = database.get().with(users.toArray(Entity[]::new))) {
            Page first = store.page("user", "$orderby=displayName&$top=2");
            store.write(session -> {
                session.remove(users.get(1)); // the last one shown, whose place the token tells
                session.update(users.get(2).copy().set("displayName", "zoe"));
                session.insert(user("abe"));
            });

            assertEquals(
                    List.of("dov", "eli", "zoe"),
                    store.names(
                            "user",
                            "$orderby=displayName&$skiptoken=" + first.next().orElseThrow()));
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aTokenOfAnotherOrderIsInvalid(Supplier<QueriedStore> database) {
        try (QueriedStore store = database.get().with(user("ana"), user("ben"), user("cho"))) {
            String byName =
                    store.page("user", "$orderby=displayName&$top=1").next().orElseThrow();
            String byId = store.page("user", "$top=1").next().orElseThrow();
            for (String options : List.of(
                    "$skiptoken=" + byName,
                    "$orderby=displayName desc&$skiptoken=" + byName,
                    "$orderby=createdDateTime&$skiptoken=" + byName,
                    "$orderby=displayName&$skiptoken=" + byId,
                    "$filter=startsWith(displayName,'a')&$skiptoken=" + byId)) {
                GraphError error = assertThrows(GraphError.class, () -> store.page("user", options), options);
                assertEquals("Invalid Skip Token", error.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void logsAreComparedByTimeStatusAndWhatTheyContain(Supplier<QueriedStore> database) {
        Entity entry = Entity.of("provisioningObjectSummary", "entry")
                .set("displayName", "entry")
                .set("activityDateTime", "2023-07-30T10:00:00Z")
                .set("durationInMilliseconds", Json.MAPPER.getNodeFactory().numberNode(70));
        entry.set("provisioningStatusInfo", Json.object().put("status", "success"));
        entry.set("servicePrincipal", Json.object().put("id", "AB-1").put("displayName", "Fabric Sync"));
        try (QueriedStore store = database.get().with(entry)) {
            for (String filter : List.of(
                    "activityDateTime gt 2023-07-30 and activityDateTime lt 2023-07-31",
                    "provisioningStatusInfo/status eq 'SUCCESS'",
                    "durationInMilliseconds gt 9 and durationInMilliseconds lt 100",
                    "contains(tolower(servicePrincipal/id), 'ab') or contains(tolower(servicePrincipal/displayName), 'x')",
                    "contains(servicePrincipal/displayName, 'Sync')",
                    "not(durationInMilliseconds eq 5)")) {
                assertEquals(List.of("entry"), store.names("provisioningObjectSummary", "$filter=" + filter), filter);
            }
            for (String filter : List.of(
                    "activityDateTime gt 2023-07-31",
                    "contains(servicePrincipal/displayName, 'sync')",
                    "contains(servicePrincipal/id, 'ab')")) {
                assertEquals(List.of(), store.names("provisioningObjectSummary", "$filter=" + filter), filter);
            }
        }
    }
}
