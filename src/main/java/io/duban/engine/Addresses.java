package io.duban.engine;

import java.util.List;

/** All addresses of the house: what anybody may open, and what only those who are signed in reach. Nothing else exists. */
final class Addresses {

    /** Open to the public. */
    static final List<String> PUBLIC = List.of(
            "/",
            "/login",
            "/favicon.ico",
            "/site/**",
            "/report",
            "/report/**",
            "/actuator/health",
            "/actuator/health/**",
            "/api/demo/accounts");

    /** What the interface offers (接口说明): open in the demo, elsewhere for who is signed in. */
    static final String DESCRIPTION = "/v3/api-docs";

    /** For people and programs that have signed in; what they may do there is decided further in. */
    static final List<String> SIGNED_IN = List.of(
            "/api/**",
            "/app/**",
            "/camunda/app/**",
            "/camunda/api/**",
            "/camunda/lib/**",
            "/camunda/assets/**",
            "/camunda/favicon.ico",
            "/intake",
            "/intake/**",
            "/cases/**",
            "/ledger",
            "/ledger/**",
            "/returns/**",
            "/templates",
            "/templates/**",
            "/logout");

    /** For administrators. */
    static final List<String> ADMINISTRATORS = List.of("/engine-rest/**", "/api/audit/**");

    private Addresses() {}

    static String[] array(List<String> addresses) {
        return addresses.toArray(String[]::new);
    }

    /** Whether a plain path, as it was sent, lies at one of the addresses. */
    static boolean hold(String path) {
        return List.of(PUBLIC, List.of(DESCRIPTION), SIGNED_IN, ADMINISTRATORS).stream()
                .flatMap(List::stream)
                .anyMatch(address -> address.endsWith("/**")
                        ? path.startsWith(address.substring(0, address.length() - 2))
                        : path.equals(address));
    }
}
