package io.tenantry.token.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the pages; values are escaped by the engine. */
@CheckedTemplate(basePath = "token")
final class Templates {
    private Templates() {}

    static native TemplateInstance signIn(Pages.SignIn page, String style);

    static native TemplateInstance accounts(Pages.Accounts page, String style);

    static native TemplateInstance newPassword(Pages.NewPassword page, String style);

    static native TemplateInstance consent(Pages.Consent page, String style);

    static native TemplateInstance code(Pages.Code page, String style);

    static native TemplateInstance confirm(Pages.Confirm page, String style);

    static native TemplateInstance message(Pages.Message page, String style);

    static native TemplateInstance formPost(Pages.FormPost page, String style);
}
