package io.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The scanner's protocol against a server of our own on this machine. */
class VirusScannerTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void aCleanFileGoesThroughAndWasSentWhole() throws Exception {
        byte[] file = new byte[200_000];
        file[199_999] = 7;
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> seen = answering(clamd, "stream: OK\0");
            scanner(clamd).check("file", file);
            assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(file);
        }
    }

    @Test
    void anInfectedFileIsRefused() throws Exception {
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answering(clamd, "stream: Eicar-Test-Signature FOUND\0");
            refused("attachment-virus", scanner(clamd));
        }
    }

    @Test
    void aScannerThatFailsKeepsSilentOrIsNotThereRefusesTheUpload() throws Exception {
        try (var clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answering(clamd, "INSTREAM size limit exceeded. ERROR\0");
            refused("scanner-unavailable", scanner(clamd));
        }
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused("scanner-unavailable", new VirusScanner("127.0.0.1:" + silent.getLocalPort(), PATIENCE));
        }
        int closed;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = gone.getLocalPort();
        }
        refused("scanner-unavailable", new VirusScanner("127.0.0.1:" + closed, PATIENCE));
    }

    @Test
    void withoutAnAddressNothingIsAskedAndItSaysSo() {
        VirusScanner off = new VirusScanner("", PATIENCE);
        off.check("file", new byte[1]);
        assertThat(off.isOn()).isFalse();
        assertThatThrownBy(() -> new VirusScanner("clamav", PATIENCE)).hasMessageContaining("host:port");
    }

    private static VirusScanner scanner(ServerSocket clamd) {
        return new VirusScanner("127.0.0.1:" + clamd.getLocalPort(), LONG);
    }

    private static void refused(String rule, VirusScanner scanner) {
        assertThatThrownBy(() -> scanner.check("file", new byte[1_000]))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.rule()).isEqualTo(rule);
                    assertThat(refusal.field()).isEqualTo("file");
                    assertThat(refusal.getMessage()).contains("没有保存");
                });
    }

    private static CompletableFuture<byte[]> answering(ServerSocket clamd, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket caller = clamd.accept()) {
                var in = new DataInputStream(caller.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                var file = new java.io.ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.writeBytes(in.readNBytes(length));
                }
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return file.toByteArray();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
