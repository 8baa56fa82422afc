package io.duban.accountability;

/** How a subject was told in writing (告知方式); the list is a design decision. */
enum NotificationWay {
    IN_PERSON("直接送达"),
    POST("邮寄送达"),
    LEFT_BEHIND("留置送达"),
    ELECTRONIC("电子送达");

    private final String label;

    NotificationWay(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
