package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Effort;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand ways of writing an address at every mount point, sent as they are, by nobody: none opens anything that is
 * not public, none breaks anything.
 */
class PathTricksTest extends EndToEnd {

    private static final int TRICKS = Effort.of(10_000);
    private static final Pattern PUBLIC = Pattern.compile(
            "/|/login|/favicon\\.ico|/site/.*|/report(/.*)?|/actuator/health(/.*)?|/v3/api-docs|/api/demo/accounts");

    private static final List<String> TARGETS = List.of(
            "",
            "orders",
            "tasks",
            "units",
            "accounts",
            "audit/verification",
            "demo/clock",
            "me",
            "engine/default/task",
            "engine/engine/default/user",
            "admin/setup/default/user/create",
            "cockpit/default/",
            "tasklist/default/",
            "admin/default/setup/",
            "env",
            "heapdump",
            "health",
            "follow-up",
            "site.css",
            "task/count",
            "user",
            "deployment");
    private static final List<String> PIECES = List.of(
            ";",
            ";x=1",
            ";jsessionid=1",
            "%3b",
            "%3B",
            "//",
            "///",
            "/./",
            "/../",
            "/..;/",
            "/.;/",
            "%2e",
            "%2E%2E",
            "%2f",
            "%2F",
            "%5c",
            "\\",
            "%00",
            "%0d%0a",
            "%20",
            "%09",
            "%c0%af",
            "%c0%ae",
            "%e0%80%af",
            "%252e",
            "%252f",
            "%u002f",
            "%ff",
            "%fe",
            "%",
            "%2",
            "%zz",
            "?",
            "?x=1",
            "#x",
            "~",
            "*",
            "|",
            "\"",
            "<",
            ">",
            "^",
            "`",
            "{x}",
            "[",
            "]",
            "@",
            ":",
            "%EF%BC%8F",
            "\u00e9",
            "\uff0f",
            "\u2215",
            "%E2%80%AE",
            "/report",
            "/report/..",
            "/site/..",
            "/login/..;",
            ".json",
            ".css",
            ".js;",
            "/WEB-INF/web.xml",
            "..%2f..%2f",
            "/%2e%2e/",
            "%70",
            "%41",
            "+",
            "$",
            "!",
            "'");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/app",
                "/camunda/app",
                "/camunda/api",
                "/engine-rest",
                "/actuator",
                "/report",
                "/intake",
                "/cases",
                "/site",
                "/error"
            })
    void nothingOpensAndNothingBreaks(String mount) throws IOException {
        Random random = new Random(20211 + mount.hashCode());
        List<String> wrong = new ArrayList<>();
        int answered = 0;
        try (Wire wire = new Wire(URI.create(duban.address()).getPort())) {
            for (int i = 0; i < TRICKS; i++) {
                String path = trick(mount, random);
                int status = wire.ask(random.nextInt(12) == 0 ? "POST" : "GET", path);
                answered += status > 0 ? 1 : 0;
                boolean opened = status / 100 == 2 && !isPublic(path);
                if (opened || status >= 500) {
                    wrong.add(status + " " + path);
                }
            }
        }
        assertThat(wrong).as("of %s at %s", TRICKS, mount).isEmpty();
        assertThat(answered).isGreaterThan(TRICKS * 99 / 100);
    }

    private static boolean isPublic(String path) {
        String plain = path.replaceAll("[?#].*$", "");
        return PUBLIC.matcher(plain).matches();
    }

    private static String trick(String mount, Random random) {
        StringBuilder path = new StringBuilder(mount)
                .append(mount.endsWith("/") ? "" : "/")
                .append(TARGETS.get(random.nextInt(TARGETS.size())));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(path.length() + 1);
            switch (random.nextInt(6)) {
                case 0 -> path.insert(Math.max(1, at), PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> path.append(PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> change(path, at, random);
                case 3 -> path.insert(Math.max(1, at), (char) (0x21 + random.nextInt(0x5e)));
                case 4 -> encode(path, at);
                default -> path.insert(0, random.nextBoolean() ? "/" : "/" + PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return path.toString().replace(' ', '+').replaceAll("[\\r\\n]", "");
    }

    private static void change(StringBuilder path, int at, Random random) {
        if (at < path.length() && Character.isLetter(path.charAt(at))) {
            path.setCharAt(
                    at,
                    random.nextBoolean()
                            ? Character.toUpperCase(path.charAt(at))
                            : (char) (0xff00 + path.charAt(at) - 0x20));
        }
    }

    private static void encode(StringBuilder path, int at) {
        if (at < path.length() && path.charAt(at) < 0x80) {
            path.replace(at, at + 1, String.format("%%%02x", (int) path.charAt(at)));
        }
    }

    /** A connection that sends what it is given, byte by byte, and reads the status. */
    private static final class Wire implements AutoCloseable {

        private final int port;
        private Socket socket;
        private InputStream in;

        Wire(int port) throws IOException {
            this.port = port;
            connect();
        }

        private void connect() throws IOException {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            in = new BufferedInputStream(socket.getInputStream());
        }

        int ask(String method, String path) throws IOException {
            byte[] request = (method + " " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            for (int attempt = 0; attempt < 2; attempt++) {
                try {
                    socket.getOutputStream().write(request);
                    int status = answer();
                    if (status > 0) {
                        return status;
                    }
                } catch (IOException closed) {
                    // the server has hung up on the one before: try again on a new connection
                }
                socket.close();
                connect();
            }
            return 0;
        }

        private int answer() throws IOException {
            String first = line();
            if (first.isEmpty()) {
                return 0;
            }
            int length = 0;
            boolean chunked = false;
            boolean close = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String low = header.toLowerCase(java.util.Locale.ROOT);
                length = low.startsWith("content-length:")
                        ? Integer.parseInt(low.substring(15).strip())
                        : length;
                chunked |= low.startsWith("transfer-encoding:") && low.contains("chunked");
                close |= low.startsWith("connection:") && low.contains("close");
            }
            if (chunked) {
                for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                    in.skipNBytes(size);
                    line();
                }
                line();
            } else {
                in.skipNBytes(length);
            }
            if (close) {
                socket.close();
                connect();
            }
            return Integer.parseInt(first.split(" ")[1]);
        }

        private String line() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
                if (octet != '\r') {
                    text.append((char) octet);
                }
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
