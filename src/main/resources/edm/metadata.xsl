<?xml version="1.0" encoding="UTF-8"?>
<!--
 From the Edm as Tenantry reads it to $metadata as clients read it: without our own terms, which no client knows. What they say of
 filtering, sorting and searching in the directory is said in the terms of Org.OData.Capabilities.V1, as far as these go: they have no word
 for single operators, and none for advanced queries.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://docs.oasis-open.org/odata/ns/edm"
                xmlns:edm="http://docs.oasis-open.org/odata/ns/edm" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"
                exclude-result-prefixes="edm">
 <xsl:output encoding="UTF-8" indent="yes"/>
 <xsl:strip-space elements="*"/>
 <xsl:key name="type" match="edm:EntityType" use="concat('microsoft.graph.', @Name)"/>

 <xsl:template match="@*|*">
  <xsl:copy><xsl:apply-templates select="@*|*"/></xsl:copy>
 </xsl:template>

 <xsl:template match="edm:Schema[@Namespace = 'io.tenantry']"/>
 <xsl:template match="edm:Annotation[starts-with(@Term, 'io.tenantry.')]"/>
 <xsl:template match="edm:Annotations[not(edm:Annotation[not(starts-with(@Term, 'io.tenantry.'))])]"/>

 <xsl:template match="edmx:DataServices">
  <edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml">
   <edmx:Include Namespace="Org.OData.Capabilities.V1"/>
  </edmx:Reference>
  <xsl:copy><xsl:apply-templates/></xsl:copy>
 </xsl:template>

 <xsl:template match="edm:EntitySet">
  <xsl:copy>
   <xsl:apply-templates select="@*|*"/>
   <xsl:variable name="type" select="key('type', @EntityType)"/>
   <xsl:if test="$type/edm:Annotation[@Term = 'io.tenantry.Directory']">
    <Annotation Term="Org.OData.Capabilities.V1.FilterRestrictions">
     <Record>
      <PropertyValue Property="NonFilterableProperties">
       <Collection>
        <xsl:apply-templates select="$type" mode="without"><xsl:with-param name="term" select="'io.tenantry.Filter'"/></xsl:apply-templates>
       </Collection>
      </PropertyValue>
     </Record>
    </Annotation>
    <Annotation Term="Org.OData.Capabilities.V1.SortRestrictions">
     <Record>
      <PropertyValue Property="NonSortableProperties">
       <Collection>
        <xsl:apply-templates select="$type" mode="without"><xsl:with-param name="term" select="'io.tenantry.Sort'"/></xsl:apply-templates>
       </Collection>
      </PropertyValue>
     </Record>
    </Annotation>
    <Annotation Term="Org.OData.Capabilities.V1.SearchRestrictions">
     <Record>
      <PropertyValue Property="Searchable" Bool="{boolean($type/edm:Property/edm:Annotation[@Term = 'io.tenantry.Search'])}"/>
     </Record>
    </Annotation>
   </xsl:if>
  </xsl:copy>
 </xsl:template>

 <!-- The properties that a type and its base types have without a term -->
 <xsl:template match="edm:EntityType" mode="without">
  <xsl:param name="term"/>
  <xsl:apply-templates select="key('type', @BaseType)" mode="without"><xsl:with-param name="term" select="$term"/></xsl:apply-templates>
  <xsl:for-each select="edm:Property[not(edm:Annotation[@Term = $term])]">
   <PropertyPath><xsl:value-of select="@Name"/></PropertyPath>
  </xsl:for-each>
 </xsl:template>
</xsl:stylesheet>
