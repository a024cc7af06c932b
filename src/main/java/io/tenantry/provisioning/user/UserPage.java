package io.tenantry.provisioning.user;

import io.tenantry.provisioning.matching.TargetIndex;
import java.util.List;

/** A page of users and the objects of the target that they are matched against. */
public record UserPage(List<JudgedUser> users, TargetIndex index) {}
