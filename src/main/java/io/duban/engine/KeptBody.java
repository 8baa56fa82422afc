package io.duban.engine;

import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that is here, for whoever reads the request from now on. */
final class KeptBody implements InputBuffer {

    private final byte[] body;
    private boolean read;

    KeptBody(byte[] body) {
        this.body = body;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) {
        if (read || body.length == 0) {
            return -1;
        }
        read = true;
        handler.setByteBuffer(ByteBuffer.wrap(body));
        return body.length;
    }

    @Override
    public int available() {
        return read ? 0 : body.length;
    }
}
