package io.duban.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The container's HTTP, of whose connections no source holds more than its share: one on which nothing arrives, or a header
 * byte by byte, takes a place long before there is a request that could be refused. Whoever has the share is hung up on.
 * Public because the container makes it by its name.
 */
public final class ConnectionsBySource extends Http11NioProtocol {

    private final Door door;

    public ConnectionsBySource() {
        this(new Door());
    }

    private ConnectionsBySource(Door door) {
        super(door);
        this.door = door;
    }

    /**
     * @param most connections of one source at a time
     * @param apart addresses of proxies: what comes through them is many people's
     */
    void limit(int most, List<String> apart) {
        door.most = most;
        door.apart = List.copyOf(apart);
    }

    private static final class Door extends NioEndpoint {

        private final Map<SocketChannel, String> open = new HashMap<>();
        private final Map<String, Integer> bySource = new HashMap<>();
        private int most = Integer.MAX_VALUE;
        private List<String> apart = List.of();

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (!enters(socket)) {
                destroySocket(socket);
                return false;
            }
            boolean taken = super.setSocketOptions(socket);
            if (!taken) {
                leaves(socket);
            }
            return taken;
        }

        @Override
        public void setHandler(Handler<NioChannel> handler) {
            super.setHandler(new Leaving(handler, this));
        }

        private synchronized boolean enters(SocketChannel socket) {
            String source = source(socket);
            if (apart.contains(source)) {
                return true;
            }
            String network = ArrivingBodies.network(source);
            if (bySource.getOrDefault(network, 0) >= most) {
                return false;
            }
            bySource.merge(network, 1, Integer::sum);
            open.put(socket, network);
            return true;
        }

        private synchronized void leaves(SocketChannel socket) {
            String network = open.remove(socket);
            if (network != null) {
                bySource.computeIfPresent(network, (each, count) -> count > 1 ? count - 1 : null);
            }
        }

        private static String source(SocketChannel socket) {
            try {
                return socket.getRemoteAddress() instanceof InetSocketAddress remote
                        ? remote.getAddress().getHostAddress()
                        : "";
            } catch (IOException goneAlready) {
                return "";
            }
        }
    }

    /** The container's own handler, and the place that is free again once a connection is closed. */
    private record Leaving(Handler<NioChannel> inner, Door door) implements Handler<NioChannel> {

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            return inner.process(socket, event);
        }

        @Override
        public Object getGlobal() {
            return inner.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            door.leaves(socket.getSocket().getIOChannel());
            inner.release(socket);
        }

        @Override
        public void pause() {
            inner.pause();
        }

        @Override
        public void recycle() {
            inner.recycle();
        }
    }
}
