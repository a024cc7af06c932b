package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.PathOwner;
import io.tenantry.directory.role.PrivilegedUsers;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phones with which a user can sign in by text message. SMS sign-in gives the user a {@code phoneNumber} identity, and such users are
 * not synchronized (provisioning-engine.md §2).
 */
@ApplicationScoped
public class PhoneMethods implements Family {
    private static final String TYPE = "phoneAuthenticationMethod";
    private static final String METHODS = "/users/{}/authentication/phoneMethods";
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{1,4} ?[0-9 ().-]{4,30}(x[0-9]{1,10})?");

    /** A user has one phone of each kind, with the same well-known id everywhere. */
    private static final Map<String, String> ID_OF_KIND = Map.of(
            "mobile", "3179e48a-750b-4051-897c-87b9720928f7",
            "alternateMobile", "b6332ec1-7057-4abe-9331-3d72feddfe41",
            "office", "e37fc753-ff3b-4958-9484-eaa9425c82bc");

    @Override
    public void register(GraphRegistry graph) {
        graph.single("/users/{}/authentication", (call, user) -> Optional.of(authentication(user)));
        graph.source(METHODS, (call, owner) -> new CollectionSource.Children(TYPE, owner.id()));
        graph.create(METHODS, PhoneMethods::create);
        graph.update(METHODS + "/{}", PhoneMethods::update);
        graph.delete(METHODS + "/{}", PhoneMethods::delete);
        graph.operation(TYPE, "enableSmsSignIn", PhoneMethods::enable);
        graph.operation(TYPE, "disableSmsSignIn", PhoneMethods::disable);
    }

    private static Entity authentication(Entity user) {
        return Entity.childOf(user.id(), "authentication", user.id());
    }

    private static Entity create(GraphCall call, ObjectNode body) {
        Entity user = PathOwner.of(call, "user");
        PrivilegedUsers.requireRightToAuthentication(call, user);
        String kind = body.path("phoneType").asText("");
        if (!ID_OF_KIND.containsKey(kind)) {
            throw GraphError.malformed("The phoneType provided is not supported.");
        }
        String id = ID_OF_KIND.get(kind);
        if (call.session().findChild(TYPE, user.id(), id).isPresent()) {
            throw GraphError.malformed("The user already has a phone method of this type.");
        }
        Entity method = Entity.childOf(user.id(), TYPE, id)
                .set("phoneNumber", number(body))
                .set("phoneType", kind)
                .set("smsSignInState", kind.equals("mobile") ? "notEnabled" : "notSupported");
        call.session().insert(method);
        record(call, user);
        return method;
    }

    private static String number(ObjectNode body) {
        String number = body.path("phoneNumber").asText("");
        if (!NUMBER.matcher(number).matches()) {
            throw GraphError.malformed("The phone number provided is not in a valid format.");
        }
        return number;
    }

    private static void update(GraphCall call, Entity method, ObjectNode body) {
        Entity user = user(call, method);
        boolean enabled = enabled(method);
        Merge.into(method.properties(), body);
        number(method.properties());
        call.session().update(method);
        if (enabled) {
            setIdentity(call, user, method);
        }
        record(call, user);
    }

    private static void delete(GraphCall call, Entity method) {
        Entity user = user(call, method);
        call.session().remove(method);
        if (enabled(method)) {
            dropIdentity(call, user);
        }
        record(call, user);
    }

    private static Answer enable(GraphCall call, Entity method, ObjectNode body) {
        if (!"mobile".equals(method.text("phoneType"))) {
            throw GraphError.malformed("SMS sign-in is supported for mobile phones only.");
        }
        setIdentity(call, user(call, method), method);
        call.session().update(method.set("smsSignInState", "ready"));
        return Answer.noContent();
    }

    private static Answer disable(GraphCall call, Entity method, ObjectNode body) {
        dropIdentity(call, user(call, method));
        call.session().update(method.set("smsSignInState", "notEnabled"));
        return Answer.noContent();
    }

    private static boolean enabled(Entity method) {
        return "ready".equals(method.text("smsSignInState"));
    }

    private static void setIdentity(GraphCall call, Entity user, Entity method) {
        String domain = call.tenant().initialDomain();
        Identities.drop(user, Identities.PHONE, domain);
        user.array("identities").insert(0, Identities.identity(Identities.PHONE, domain, method.text("phoneNumber")));
        Identities.check(call.session(), user.get("identities"), user.id());
        DirectoryObjects.update(call.session(), user);
    }

    private static void dropIdentity(GraphCall call, Entity user) {
        Identities.drop(user, Identities.PHONE, call.tenant().initialDomain());
        DirectoryObjects.update(call.session(), user);
    }

    /** The user whose method a caller writes, who must have the right to. */
    private static Entity user(GraphCall call, Entity method) {
        Entity user =
                call.session().find("user", method.parent()).orElseThrow(() -> GraphError.notFound(method.parent()));
        PrivilegedUsers.requireRightToAuthentication(call, user);
        return user;
    }

    private static void record(GraphCall call, Entity user) {
        AuditLog.record(call, ObjectAudit.plain("Update user", "UserManagement", "Update", user));
    }
}
