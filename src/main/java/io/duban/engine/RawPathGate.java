package io.duban.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * The first to see a request: only a path written plainly, at an address we have, gets further. Everything behind may
 * decode and normalise as it likes, since there is nothing left to decode.
 */
final class RawPathGate implements Filter {

    private static final int LONGEST = 1_000;

    /** Ids of the engine hold colons, which browsers write as {@code %3A}; the other escapes stand in names people gave. */
    private static final Pattern PLAIN =
            Pattern.compile("/|(?:/(?:[A-Za-z0-9._~:@,=+$!*()-]|%(?:20|2B|2C|3A|3D|40|3a|3d|2b|2c))+)+/?");

    private static final Set<String> DOTS = Set.of(".", "..", "...");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        HttpServletRequest asked = (HttpServletRequest) request;
        String path = String.valueOf(asked.getRequestURI());
        if (!isPlain(path)) {
            Problems.write(
                    asked, answer, HttpStatus.BAD_REQUEST, "地址写法不被接受。", "This way of writing an address is refused.");
        } else if (!Addresses.hold(path)) {
            Problems.write(asked, answer, HttpStatus.NOT_FOUND, "没有这个地址。", "There is nothing at this address.");
        } else {
            RequestThread.begin();
            try {
                chain.doFilter(request, response);
            } finally {
                RequestThread.end();
            }
        }
    }

    static boolean isPlain(String path) {
        if (path.length() > LONGEST || !PLAIN.matcher(path).matches()) {
            return false;
        }
        for (String part : path.split("/")) {
            if (DOTS.contains(part)) {
                return false;
            }
        }
        return true;
    }
}
