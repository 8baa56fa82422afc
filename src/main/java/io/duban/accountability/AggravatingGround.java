package io.duban.accountability;

/** What makes accountability heavier (从重情形, 《教育督导问责办法》: five grounds). */
enum AggravatingGround {
    CONCEALMENT("隐瞒事实真相，阻挠、干扰或不配合教育督导工作"),
    RETALIATION("对举报人、控告人、检举人和督学、督导机构工作人员威胁恐吓、打击报复"),
    UNCORRECTED("被问责后仍不纠正错误或不落实整改任务"),
    REPEATED_WITHIN_YEAR("一年内被教育督导问责两次及以上"),
    OTHER("其他依规依法应当从重问责的情形");

    private final String label;

    AggravatingGround(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
