package io.duban.budget;

/**
 * How much a build tries of what is drawn at random or only large: all of it where {@code CI=true}, as {@code .ci/run}
 * says, and a part in the build that people wait for (ADR 25). How it is judged is the same.
 */
public final class Effort {

    private static final int SHARE = 10;

    private Effort() {}

    /** Whether everything is tried. */
    public static boolean isWhole() {
        return "true".equals(System.getenv("CI")) || Boolean.getBoolean("duban.thorough");
    }

    /** So many of all. */
    public static int of(int all) {
        return isWhole() ? all : Math.max(1, all / SHARE);
    }
}
