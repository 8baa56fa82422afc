package io.duban.lead;

/** 查阅目的: why somebody reads what the reporter wrote; stands in the trail. */
enum ReadingPurpose {
    TRIAGE("研判"),
    VERIFY("核查"),
    REPLY("答复举报人"),
    SUPERVISE("督办");

    private final String label;

    ReadingPurpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
