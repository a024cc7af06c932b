package io.tenantry.directory.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.directory.license.GroupLicenses;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.reference.BoundReferences;
import io.tenantry.directory.reference.DirectoryReferences;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.family.ObjectReference;
import io.tenantry.format.PascalCase;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Members and owners of groups: E14 to E17 (directory.md §7.3). */
final class GroupMembers {
    private GroupMembers() {}

    static void addMember(GraphCall call, Entity group, Entity member) {
        add(call, group, "members", member);
    }

    static void removeMember(GraphCall call, Entity group, Entity member) {
        remove(call, group, "members", member);
    }

    static void addOwner(GraphCall call, Entity group, Entity owner) {
        add(call, group, "owners", owner);
    }

    static void removeOwner(GraphCall call, Entity group, Entity owner) {
        remove(call, group, "owners", owner);
        Session session = call.session();
        if (session.objects(session.references().targets("owner", group.id())).isEmpty()) {
            throw DirectoryErrors.lastOwner();
        }
    }

    /** {@code members@odata.bind} and {@code owners@odata.bind} of a body: all of them or, with an error, none. */
    static void bind(GraphCall call, Entity group, ObjectNode body) {
        List<String> members = BoundReferences.in(body, "members");
        List<String> owners = BoundReferences.in(body, "owners");
        resolve(call.session(), group, members).forEach(member -> add(call, group, "members", member));
        resolve(call.session(), group, owners).forEach(owner -> add(call, group, "owners", owner));
    }

    private static List<Entity> resolve(Session session, Entity group, List<String> urls) {
        List<Entity> objects = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String url : urls) {
            Entity object = ObjectReference.find(session, url);
            if (!seen.add(object.id())) {
                throw DirectoryErrors.referencedTwice(PascalCase.of(object.type()), object.id(), "Group", group.id());
            }
            objects.add(object);
        }
        return objects;
    }

    private static void add(GraphCall call, Entity group, String name, Entity object) {
        if (!DirectoryReferences.add(call, kind(name), group, object)) {
            throw DirectoryErrors.alreadyReferenced(name);
        }
        told(call, group, name, object, true);
    }

    private static void remove(GraphCall call, Entity group, String name, Entity object) {
        if (!DirectoryReferences.remove(call, kind(name), group, object.id())) {
            throw GraphError.notFound(group.id());
        }
        told(call, group, name, object, false);
    }

    /** What follows from a reference that came or went: licences, rules that ask for it, audit. */
    static void told(GraphCall call, Entity group, String name, Entity object, boolean added) {
        Session session = call.session();
        String kind = kind(name);
        if (name.equals("members") && object.type().equals("user")) {
            if (added) {
                GroupLicenses.joined(session, group, object, call::now);
            } else {
                GroupLicenses.left(session, group, object, call::now);
            }
            DynamicGroups.follow(session, List.of(object));
        }
        AuditLog.record(call, MembershipAudit.event(group, kind, object, added));
    }

    /** What the reference is called between objects, and in the words of the log: {@code members} holds each {@code member}. */
    private static String kind(String name) {
        return name.substring(0, name.length() - 1);
    }
}
