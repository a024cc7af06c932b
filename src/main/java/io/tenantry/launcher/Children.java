package io.tenantry.launcher;

/** Processes that go when the launcher goes. */
final class Children {
    private Children() {}

    /** Its status. The signal that ends this ends it, and it may tidy up. */
    static int waitFor(Process child) throws InterruptedException {
        Thread ending = new Thread(() -> end(child));
        Runtime.getRuntime().addShutdownHook(ending);
        int status = child.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException ended) {
            // a signal came meanwhile: the hook runs already
            return status;
        }
        return status;
    }

    private static void end(Process child) {
        child.destroy();
        try {
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
