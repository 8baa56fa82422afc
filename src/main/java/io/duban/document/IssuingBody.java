package io.duban.document;

/** 发文机关: in whose name a unit issues a paper; each body is named after its unit. */
enum IssuingBody {
    OFFICE("人民政府教育督导委员会办公室"),
    COMMITTEE("人民政府教育督导委员会"),
    BUREAU("教育局");

    private final String ending;

    IssuingBody(String ending) {
        this.ending = ending;
    }

    /** The full name, e.g. 上海市人民政府教育督导委员会办公室 (A55). */
    String of(String unitName) {
        return unitName + ending;
    }
}
