package io.duban.lead;

/** 举报原文 on its way to a handler; prints nothing. */
record OriginalText(String text) {

    @Override
    public String toString() {
        return "OriginalText[…]";
    }
}
