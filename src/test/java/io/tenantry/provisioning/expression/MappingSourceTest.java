package io.tenantry.provisioning.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.format.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions as the schema writes and reads them (synchronization-api.md §8.3, provisioning-engine.md §4.1). */
class MappingSourceTest {
    private static String written(String expression) {
        return Json.write(MappingSource.toJson(ExpressionParser.parse(expression)))
                .replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[department] | {'expression':'[department]','name':'department','parameters':[],'type':'Attribute'}",
                "\"Member\" | {'expression':'\\'Member\\'','name':'Member','parameters':[],'type':'Constant'}",
                "1 | {'expression':'\\'1\\'','name':'1','parameters':[],'type':'Constant'}",
                "&HF | {'expression':'\\'15\\'','name':'15','parameters':[],'type':'Constant'}",
                "Not([a]) | {'expression':'Not([a])','name':'Not','parameters':[{'key':'source','value':{'expression':'[a]','name':'a','parameters':[],'type':'Attribute'}}],'type':'Function'}",
                // arguments of a parameter that repeats are numbered
                "Join([a], [b], [c]) | {'expression':'Join([a], [b], [c])','name':'Join','parameters':[{'key':'separator','value':{'expression':'[a]','name':'a','parameters':[],'type':'Attribute'}},{'key':'source1','value':{'expression':'[b]','name':'b','parameters':[],'type':'Attribute'}},{'key':'source2','value':{'expression':'[c]','name':'c','parameters':[],'type':'Attribute'}}],'type':'Function'}"
            })
    void eachKindIsWrittenInItsForm(String expression, String json) {
        assertEquals(json, written(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the text decides, whatever the type says
                "{'expression':'[a]','name':'b','type':'Attribute'} | [a]",
                "{'expression':'Append([a], \\'x\\')','type':'Attribute'} | Append([a], \"x\")",
                "{'expression':'\\'Member\\'','name':'Guest','type':'Constant'} | \"Member\"",
                // an attribute may come by its name alone
                "{'expression':'','name':'city','type':'Attribute'} | [city]",
                "{'name':'city','type':'attribute'} | [city]",
                // a constant may come without quotes; its name is its value
                "{'expression':'Member','name':'Guest','type':'Constant'} | \"Guest\"",
                "{'expression':'Member','type':'constant'} | \"Member\"",
                "{'expression':'Member','name':null,'type':'Constant'} | \"Member\"",
                "{'expression':'','name':'','type':'Constant'} | \"\"",
                "{'expression':'a\\\\b','type':'Constant'} | \"a\\\\b\""
            })
    void eachFormIsRead(String json, String expression) {
        assertEquals(
                expression,
                MappingSource.expression(Json.parse(json.replace('\'', '"'))).spelled());
    }
}
