package io.duban.worklist;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the demo, whose passwords everybody knows, can be reached: from this machine alone unless told otherwise. */
@Component
@Profile("demo")
class DemoAddress {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAddress.class);

    private final Environment settings;

    DemoAddress(Environment settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        if (isAtHome(settings)) {
            LOG.warn("演示环境：口令公开，只接受本机访问 (demo: known passwords, answers this machine alone; SERVER_ADDRESS opens it)");
        } else {
            LOG.warn(
                    "演示环境：口令公开，却对网络开放 (demo: known passwords, and open to the network: {})",
                    settings.getProperty("server.address", "*"));
        }
    }

    /** Whether only this machine reaches it. */
    static boolean isAtHome(Environment settings) {
        String address = settings.getProperty("server.address", "");
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
