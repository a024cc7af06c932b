package io.tenantry.console.page;

import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.ApiRefused;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A page that cannot be shown: which call was refused, and why. */
class PageErrors {
    private final Pages pages;
    private final Api api;

    PageErrors(Pages pages, Api api) {
        this.pages = pages;
        this.api = api;
    }

    @ServerExceptionMapper
    Response refused(ApiRefused refused) {
        if (pages.forScripts()) {
            return pages.part(Templates.problem(refused.getMessage()));
        }
        int status = refused.answer().status();
        String title = status == 404 ? "Not found" : "Not to be shown";
        return page(status, title, Templates.refused(pages.shown(refused.call()), refused.getMessage()));
    }

    @ServerExceptionMapper
    Response unknown(UnknownPage unknown) {
        return pages.forScripts()
                ? pages.part(Templates.problem(unknown.getMessage()))
                : page(404, "Not found", Templates.unknown());
    }

    private Response page(int status, String title, TemplateInstance page) {
        try {
            return pages.page(status, title, Section.MAP, page, api.reading());
        } catch (ApiRefused again) {
            // not even the time can be told: there is nothing to put around it
            return Pages.answer(again.answer().status(), Templates.problem(again.getMessage()))
                    .build();
        }
    }
}
