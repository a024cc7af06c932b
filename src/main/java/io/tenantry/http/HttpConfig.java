package io.tenantry.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long connections may keep the server waiting, and how much of requests and answers it keeps at a time. */
@ConfigMapping(prefix = "tenantry.http")
public interface HttpConfig {
    /** Connections open at a time; where there are more, those that wait for nothing end first. */
    @WithDefault("4000")
    int connections();

    /** How long a request may take to come: its head; its body as well, where that comes more slowly than 64 KiB a second. */
    @WithDefault("20S")
    Duration requestTime();

    /** How long a connection stays open without a request. */
    @WithDefault("3M")
    Duration idleTime();

    /** How long an answer may lie there without a byte of it being read. */
    @WithDefault("30S")
    Duration unreadTime();

    /** Answers that are not read yet, all connections together. */
    @WithDefault("64M")
    MemorySize unreadAnswers();

    /** Heads of requests that have not come whole, all connections of an event loop together. */
    @WithDefault("512K")
    MemorySize halfSentHeads();

    /** Bodies up to 64 KiB that are received or answered, all connections together. */
    @WithDefault("16M")
    MemorySize smallBodies();

    /** Bodies up to 512 KiB that are received or answered, all connections together; as much again for those up to 4 MiB. */
    @WithDefault("32M")
    MemorySize largeBodies();

    /** The largest scenario or tenant; one of this size is read at a time. */
    @WithDefault("64M")
    MemorySize scenario();
}
