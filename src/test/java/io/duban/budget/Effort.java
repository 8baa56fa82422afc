package io.duban.budget;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a build tries of what is drawn at random or only large: all of it where {@code CI=true}, as {@code .ci/run}
 * says, and a part in the build that people wait for (ADR 25). How it is judged is the same.
 */
public final class Effort {

    private static final int SHARE = 10;
    private static final int EACH = 5;

    private Effort() {}

    /** Whether everything is tried. */
    public static boolean isWhole() {
        return "true".equals(System.getenv("CI")) || Boolean.getBoolean("duban.thorough");
    }

    /** So many of all. */
    public static int of(int all) {
        return isWhole() ? all : Math.max(1, all / SHARE);
    }

    /**
     * All of them, or each fifth: of what is tried in groups of a size that five does not divide, something of every group
     * and, over the groups, every member of one.
     */
    public static <T> List<T> some(List<T> all) {
        return isWhole()
                ? all
                : IntStream.range(0, all.size())
                        .filter(each -> each % EACH == 0)
                        .mapToObj(all::get)
                        .toList();
    }
}
