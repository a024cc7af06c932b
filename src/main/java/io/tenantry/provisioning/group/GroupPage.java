package io.tenantry.provisioning.group;

import java.util.List;

/** A page of groups. */
public record GroupPage(List<JudgedGroup> groups) {}
