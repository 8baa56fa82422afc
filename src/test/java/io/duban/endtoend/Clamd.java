package io.duban.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A virus scanner on this machine that speaks ClamAV's INSTREAM: finds one signature, or behaves as scanners do on bad days. */
final class Clamd implements AutoCloseable {

    /** Not a virus, and not the usual test file either, which scanners on the machine that builds would take away. */
    static final byte[] SIGNATURE = "DUBAN-TEST-SIGNATURE".getBytes(StandardCharsets.US_ASCII);

    /** What it does with a file. */
    enum Mood {
        LOOKS,
        SAYS_NOTHING,
        HANGS_UP,
        IS_FULL
    }

    private final List<Socket> waiting = new ArrayList<>();
    private final int port;
    private volatile ServerSocket server;
    private volatile Mood mood = Mood.LOOKS;
    private volatile int asked;

    Clamd() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        listen();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    void is(Mood next) {
        mood = next;
    }

    int timesAsked() {
        return asked;
    }

    void goesDown() throws IOException {
        server.close();
    }

    void comesUp() throws IOException {
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listen();
    }

    private void listen() {
        ServerSocket listening = server;
        Thread thread = new Thread(() -> answerAll(listening), "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    private void answerAll(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket caller = listening.accept();
                asked++;
                answer(caller);
            } catch (IOException gone) {
                // closed, or a caller that has lost patience
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        if (mood == Mood.SAYS_NOTHING) {
            waiting.add(caller);
            return;
        }
        try (caller) {
            if (mood != Mood.HANGS_UP) {
                String said = mood == Mood.IS_FULL ? "INSTREAM size limit exceeded. ERROR\0" : verdict(caller);
                caller.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                caller.getOutputStream().flush();
            }
        }
    }

    private static String verdict(Socket caller) throws IOException {
        var in = new DataInputStream(caller.getInputStream());
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND\0";
        }
        var file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.writeBytes(in.readNBytes(length));
        }
        boolean found =
                file.toString(StandardCharsets.ISO_8859_1).contains(new String(SIGNATURE, StandardCharsets.ISO_8859_1));
        return found ? "stream: Duban.Test.Signature FOUND\0" : "stream: OK\0";
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : waiting) {
                each.close();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
