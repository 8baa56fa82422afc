package io.duban.engine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.Valve;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What stands before the application itself: headers that protect every answer, also those of the container; proxies
 * that are believed, by name only; connections of which no source takes all; bodies that are here before they are looked
 * at.
 */
@Component
@EnableConfigurationProperties(BodyLimits.class)
class ContainerDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final BodyLimits limits;
    private final List<String> proxies;

    ContainerDoor(BodyLimits limits, @Value("${duban.trusted-proxies:}") List<String> proxies) {
        this.limits = limits;
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @Override
    public void customize(TomcatServletWebServerFactory container) {
        for (Valve valve : container.getEngineValves()) {
            if (valve instanceof RemoteIpValve addresses) {
                believeOnly(addresses);
            }
        }
        container.setProtocol(ConnectionsBySource.class.getName());
        container.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof ConnectionsBySource connections) {
                connections.limit(limits.connectionsPerSource(), proxies);
            }
        });
        container.addEngineValves(new GuardingHeaders(), new WholeBody(limits));
    }

    /** Without a name nobody's word is taken for where a request comes from: an empty pattern matches no address. */
    private void believeOnly(RemoteIpValve addresses) {
        String named = proxies.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        addresses.setInternalProxies(named.isEmpty() ? null : named);
        addresses.setTrustedProxies(null);
    }
}
