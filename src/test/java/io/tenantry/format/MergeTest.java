package io.tenantry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final String BEFORE = "{'a':1,'b':{'c':1,'d':2},'e':[1,2]}";

    @Test
    void whatIsAbsentStaysAndComplexValuesMerge() {
        assertEquals(json("{'a':1,'b':{'c':3,'d':2},'e':[7]}"), merged("{'b':{'c':3},'e':[7]}", Merge::into));
    }

    @Test
    void nullClears() {
        assertEquals(json("{'b':{'d':2},'e':[1,2]}"), merged("{'a':null,'b':{'c':null}}", Merge::into));
    }

    @Test
    void whatHasNoValueLeftIsGone() {
        assertEquals(json("{'a':1,'e':[1,2]}"), merged("{'b':{'c':null,'d':null},'f':{}}", Merge::into));
    }

    @Test
    void nullIsKeptWhereItSaysSomething() {
        assertEquals(
                json("{'a':null,'b':{'c':null,'d':2},'e':[1,2],'f':{}}"),
                merged("{'a':null,'b':{'c':null},'f':{}}", Merge::withNulls));
    }

    @Test
    void annotationsAndReferencesAreNoValues() {
        assertEquals(json(BEFORE), merged("{'@odata.type':'#x','manager@odata.bind':'/users/1'}", Merge::into));
    }

    private static ObjectNode merged(String changes, BiConsumer<ObjectNode, ObjectNode> merge) {
        ObjectNode document = json(BEFORE);
        merge.accept(document, json(changes));
        return document;
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }
}
