package io.duban.engine;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** A log-in that is not tried, because too many before it were wrong. */
final class SignInLocked extends LockedException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    SignInLocked(Duration left) {
        super("账号或来源暂时锁定");
        this.seconds = Math.max(1, left.toSeconds());
    }

    long seconds() {
        return seconds;
    }

    long minutes() {
        return (seconds + 59) / 60;
    }
}
