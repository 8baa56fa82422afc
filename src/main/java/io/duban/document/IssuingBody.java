package io.duban.document;

/** 发文机关: in whose name a unit issues a paper; each body is named after its unit. */
enum IssuingBody {
    OFFICE("人民政府教育督导委员会办公室", ""),
    COMMITTEE("人民政府教育督导委员会", "办公室"),
    BUREAU("教育局", "办公室");

    private final String ending;
    private final String printer;

    IssuingBody(String ending, String printer) {
        this.ending = ending;
        this.printer = printer;
    }

    /** The full name, e.g. 上海市人民政府教育督导委员会办公室 (A55). */
    String of(String unitName) {
        return unitName + ending;
    }

    /** 印发机关: the office that prints and sends what the body issues. */
    String printerOf(String unitName) {
        return of(unitName) + printer;
    }
}
