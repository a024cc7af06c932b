package io.tenantry.console.page;

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
        try {
            return page(refused);
        } catch (ApiRefused again) {
            // not even the time can be told: there is nothing to put around it
            return Pages.answer(again.answer().status(), Templates.problem(again.getMessage()))
                    .build();
        }
    }

    @ServerExceptionMapper
    Response unknown(UnknownPage unknown) {
        return pages.page(404, "Not found", Section.MAP, Templates.unknown(), api.reading());
    }

    private Response page(ApiRefused refused) {
        int status = refused.answer().status();
        return pages.page(
                status,
                status == 404 ? "Not found" : "Not to be shown",
                Section.MAP,
                Templates.refused(pages.shown(refused.call()), refused.getMessage()),
                api.reading());
    }
}
