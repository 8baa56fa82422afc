package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Who is refused for what they send holds nobody else up by sending it slowly: a container of four threads. */
class RefusedBodiesTest {

    private static final int THREADS = 4;
    private static final int PATIENCE = 10_000;

    private final List<Socket> sockets = new ArrayList<>();
    private WebServer server;

    @BeforeEach
    void start() {
        BodyLimits limits = new Binder(new MapConfigurationPropertySource(Map.of("duban.limits.per-source", "2")))
                .bindOrCreate("duban.limits", BodyLimits.class);
        TomcatServletWebServerFactory container = new TomcatServletWebServerFactory(0);
        new ContainerDoor(limits, List.of()).customize(container);
        container.addConnectorCustomizers(connector -> {
            AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
            protocol.setMinSpareThreads(THREADS);
            protocol.setMaxThreads(THREADS);
            protocol.setMaxHttpHeaderSize(1 << 16);
            protocol.setConnectionTimeout(PATIENCE * 6);
        });
        server = container.getWebServer(
                application -> application.addServlet("all", new Served()).addMapping("/"));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket each : sockets) {
            each.close();
        }
        server.stop();
    }

    @Test
    void whoIsRefusedForTheLengthOrTheHeaderHoldsNoThread() throws IOException {
        String long413 = "POST / HTTP/1.1\r\nHost: d\r\nContent-Length: 99999999\r\n\r\nx";
        String long431 = "POST / HTTP/1.1\r\nHost: d\r\nContent-Length: 9\r\nX: " + "x".repeat(17 * 1024) + "\r\n\r\nx";
        for (int i = 0; i < THREADS * 4; i++) {
            open(i % 2 == 0 ? long413 : long431);
        }

        assertThat(read(open("GET / HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n")))
                .startsWith("HTTP/1.1 200");
        for (int i = 0; i < sockets.size() - 1; i++) {
            assertThat(read(sockets.get(i))).startsWith(i % 2 == 0 ? "HTTP/1.1 413" : "HTTP/1.1 431");
        }
    }

    /** A connection that is closed while bytes still come loses the answer; it is read on for a moment. */
    @Test
    void whoSendsAllAtOnceSeesTheAnswer() throws IOException {
        String body = "x".repeat(3 << 20);
        assertThat(read(open("POST / HTTP/1.1\r\nHost: d\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)))
                .startsWith("HTTP/1.1 413");
        assertThat(read(open("POST / HTTP/1.1\r\nHost: d\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n")))
                .startsWith("HTTP/1.1 413");
    }

    private Socket open(String sent) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.getPort());
        sockets.add(socket);
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        byte[] some = new byte[8192];
        return new String(some, 0, Math.max(0, socket.getInputStream().read(some)), StandardCharsets.UTF_8);
    }

    private static final class Served extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("served");
        }
    }
}
