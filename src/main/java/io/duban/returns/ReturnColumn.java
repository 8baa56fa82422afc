package io.duban.returns;

/** 附件5 的一栏. */
enum ReturnColumn {
    TOTAL("total", "合计"),
    PRIMARY("primary", "小学"),
    JUNIOR("junior", "初中"),
    DISTRICT_OFFICE("districtOffice", "其中：区教育督导部门");

    private final String key;
    private final String label;

    ReturnColumn(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** The end of a field's name: {@code Primary}. */
    public String suffix() {
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
