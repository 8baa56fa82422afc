package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.util.unit.DataSize;

/** Who sends slowly, or sends nothing, keeps nobody else waiting: the container with our door and small limits. */
class SlowSendersTest {

    private static final String SLOW = "127.0.0.2";
    private static final String PROXY = "127.0.0.9";
    private static final int PATIENCE = 10_000;
    private static final int CONNECTIONS = 8;
    private static final int OF_ONE_SOURCE = 3;

    private final List<Socket> sockets = new ArrayList<>();
    private WebServer server;

    @AfterEach
    void stop() throws IOException {
        for (Socket each : sockets) {
            each.close();
        }
        server.stop();
    }

    @Test
    void noSourceTakesTheConnectionsOfTheOthers() throws IOException {
        start(Duration.ofSeconds(60), PATIENCE * 2);
        for (int i = 0; i < 20; i++) {
            open(SLOW, "GET / HTTP/1.1\r\nHost: d");
        }
        assertThat(answer(open("127.0.0.1", "GET / HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n")))
                .startsWith("HTTP/1.1 200");

        int hungUp = 0;
        for (Socket each : sockets.subList(OF_ONE_SOURCE, 20)) {
            hungUp += answer(each).isEmpty() ? 1 : 0;
        }
        assertThat(hungUp).as("all but the first of one source").isEqualTo(20 - OF_ONE_SOURCE);

        for (Socket each : sockets) {
            each.close();
        }
        await().until(() -> answer(open(SLOW, "GET / HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200"));
    }

    @Test
    void whatComesThroughANamedProxyIsNotOneSource() throws IOException {
        start(Duration.ofSeconds(60), PATIENCE * 2);
        for (int i = 0; i < OF_ONE_SOURCE + 2; i++) {
            open(PROXY, "GET / HTTP/1.1\r\nHost: d");
        }
        for (Socket each : sockets) {
            send(each, "\r\nConnection: close\r\n\r\n");
            assertThat(answer(each)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatStopsComingIsNotWaitedFor() throws IOException {
        start(Duration.ofSeconds(60), 200);
        assertThat(answer(open(SLOW, body(10) + "{")))
                .startsWith("HTTP/1.1 408")
                .contains("body-time");
        assertThat(answer(open(SLOW, body(2) + "{}"))).startsWith("HTTP/1.1 200");
    }

    /** Byte by byte no packet is late, the whole is. */
    @Test
    void aBodyThatComesByteByByteEndsInItsTime() throws Exception {
        start(Duration.ofMillis(100), PATIENCE * 2);
        Socket slow = open(SLOW, body(1_000_000));
        for (int i = 0; i < PATIENCE && slow.getInputStream().available() == 0; i++) {
            send(slow, "x");
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(answer(slow)).startsWith("HTTP/1.1 408").contains("body-time", "Connection: close");
    }

    private void start(Duration complete, int betweenPackets) {
        TomcatServletWebServerFactory container = new TomcatServletWebServerFactory(0);
        BodyLimits limits = new BodyLimits(
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(2),
                DataSize.ofMegabytes(5),
                DataSize.ofMegabytes(30),
                DataSize.ofKilobytes(16),
                complete,
                8,
                100,
                OF_ONE_SOURCE,
                DataSize.ofMegabytes(4));
        new ContainerDoor(limits, List.of(PROXY)).customize(container);
        container.addConnectorCustomizers(connector -> {
            AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
            protocol.setMaxConnections(CONNECTIONS);
            protocol.setConnectionTimeout(betweenPackets);
        });
        server = container.getWebServer(
                application -> application.addServlet("all", new Served()).addMapping("/"));
        server.start();
    }

    private static String body(int length) {
        return "POST / HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
    }

    private Socket open(String from, String sent) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), server.getPort()));
        socket.setSoTimeout(PATIENCE);
        send(socket, sent);
        return socket;
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException hungUp) {
            // what comes back says so
        }
    }

    /** All that comes until the other side closes; nothing if it hung up. */
    private static String answer(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketTimeoutException silent) {
            return "nothing for " + PATIENCE + " ms";
        } catch (IOException hungUp) {
            return "";
        }
    }

    private static final class Served extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("served");
        }
    }
}
