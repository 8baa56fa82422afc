package io.duban.order;

/** 认定: whether what an order says was found true (T8, T9). */
enum Substantiation {
    SUBSTANTIATED("属实"),
    PARTLY("部分属实"),
    UNSUBSTANTIATED("不属实");

    private final String label;

    Substantiation(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
