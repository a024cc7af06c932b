package io.tenantry.console.api;

/** A page cannot be shown, since a call that it is made of was answered with an error. */
public final class ApiRefused extends RuntimeException {
    private final transient ApiCall call;
    private final transient ApiAnswer answer;

    public ApiRefused(ApiCall call, ApiAnswer answer) {
        super(answer.error(), null, false, false);
        this.call = call;
        this.answer = answer;
    }

    public ApiCall call() {
        return call;
    }

    public ApiAnswer answer() {
        return answer;
    }
}
