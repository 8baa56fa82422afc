package io.duban.accountability;

/** How a paper reached a subject (告知、送达方式); the list is a design decision. */
enum NotificationWay {
    IN_PERSON("直接送达", true),
    POST("邮寄送达", false),
    LEFT_BEHIND("留置送达", true),
    ELECTRONIC("电子送达", false);

    private final String label;
    private final boolean atOnce;

    NotificationWay(String label, boolean atOnce) {
        this.label = label;
        this.atOnce = atOnce;
    }

    String label() {
        return label;
    }

    /** Whether the paper is received on the day on which it is handed over. */
    boolean reachesAtOnce() {
        return atOnce;
    }
}
