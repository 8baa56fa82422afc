package io.duban.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection, written to and read from byte by byte: requests no client would send, or sends slowly. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final Socket socket = new Socket();

    /**
     * @param from the address of this machine's own that it comes from, e.g. 127.0.0.2
     */
    Wire(Duban duban, String from) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(
                    InetAddress.getByName("127.0.0.1"),
                    URI.create(duban.address()).getPort()));
            socket.setSoTimeout(PATIENCE);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    Wire send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** Begins a request whose body of this length is still to come. */
    Wire begin(String method, String path, String contentType, long length) {
        return send(method + " " + path + " HTTP/1.1\r\nHost: duban.test\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n");
    }

    /** All that comes until the other side closes. */
    String answer() {
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] some = new byte[8192];
            for (int read; (read = socket.getInputStream().read(some)) >= 0; ) {
                all.write(some, 0, read);
            }
            return all.toString(StandardCharsets.UTF_8);
        } catch (SocketTimeoutException silent) {
            return "nothing for " + PATIENCE + " ms";
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** What comes first: an answer that does not wait for the rest of the request. */
    String first() {
        try {
            byte[] some = new byte[8192];
            int read = socket.getInputStream().read(some);
            return new String(some, 0, Math.max(0, read), StandardCharsets.UTF_8);
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }
}
