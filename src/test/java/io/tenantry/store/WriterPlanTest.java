package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded store's writer knows the figures of a typical directory from the first start on: its connection is the one that made them. */
@Execution(ExecutionMode.CONCURRENT)
class WriterPlanTest {
    private final Store store = StoreUnderTest.sqlite();
    private final Tenant alder = StoreUnderTest.tenant(store, "alder");

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "directory_object where tenant = {tenant} and type = 'user' and mail_nickname = 'a' and deleted_date_time is null order by id | directory_object_nickname",
                "directory_object where tenant = {tenant} and type = 'user' and mail = 'a' and deleted_date_time is null order by id | directory_object_mail",
                "object_value v join directory_object o on o.tenant = v.tenant and o.id = v.object_id where v.tenant = {tenant} and v.property = 'groupTypes' and v.value = 'x' and o.deleted_date_time is null order by o.id | object_value_value",
                "object_value v join directory_object o on o.tenant = v.tenant and o.id = v.object_id where v.tenant = {tenant} and v.property = 'extension_' and v.value = 'x' and v.object_id > 'a' order by v.object_id limit 500 | object_value_value",
                "directory_object where tenant = {tenant} and type in ('user','group') and deleted_date_time is not null and id > 'a' and body like '%x%' order by id limit 500 | directory_object_deleted",
                "relation r join directory_object o on o.tenant = r.tenant and o.id = r.target where r.tenant = {tenant} and r.kind = 'member' and r.source = 'a' and o.deleted_date_time is null | sqlite_autoindex_relation_1",
            })
    void theWriterLooksUpByIndex(String from, String index) {
        List<String> plan = plan("select 1 from " + from);
        assertTrue(plan.get(0).contains(index), plan::toString);
        assertTrue(plan.stream().noneMatch(line -> line.startsWith("SCAN")), plan::toString);
    }

    /** Nearly all links are linked: who reads all of them to find the few others, has a cycle wait for it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state = 'leaving' | sync_link_leaving",
                "state = 'staged' | sync_link_staged",
                "state = 'forgotten' | sync_link_forgotten",
                "type = 'group' and state <> 'forgotten' | sync_link_group",
                "source_id in ('a', 'b') and state <> 'forgotten' | sqlite_autoindex_sync_link_1",
                "target_id in ('a', 'b') and state <> 'unmanaged' | sync_link_target",
            })
    void linksAreLookedUpByTheIndexOfTheFewest(String condition, String index) {
        List<String> plan = plan(
                "select type, source_id, target_id, state, invited from sync_link where tenant = {tenant} and job = 1 and "
                        + condition);
        assertTrue(plan.get(0).contains(index), plan::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relation where tenant = {tenant} and kind in ('manager','member','owner','sponsor') and source = 'a' | sqlite_autoindex_relation_1 (tenant=? AND kind=? AND source=?)",
                "relation where tenant = {tenant} and kind in ('manager','member','owner','sponsor') and target = 'a' | relation_target (tenant=? AND kind=? AND target=?)",
                "entity where tenant = {tenant} and parent = 'a' and parent <> '' | entity_parent (tenant=? AND parent=?)",
                "object_value where tenant = {tenant} and object_id = 'a' | (tenant=? AND object_id=?)",
            })
    void whatHangsOnAnObjectIsFoundByIndex(String from, String search) {
        List<String> plan = plan("delete from " + from);
        assertTrue(plan.size() == 1 && plan.get(0).contains(search), plan::toString);
    }

    @Test
    void noTableCountsAsEmpty() {
        List<String> empty = store.write(
                alder,
                session -> session.query(
                        "select idx from sqlite_stat1 where stat like '0 %' -- {tenant}", row -> row.getString(1)));
        assertTrue(empty.isEmpty(), empty::toString);
    }

    private List<String> plan(String sql) {
        return store.write(alder, session -> session.query("explain query plan " + sql, row -> row.getString(4)));
    }
}
