package io.duban.document;

/**
 * 发文字号: issuer, 代字, year and a number that is never given twice (INV-09), without leading zero and without 第, in
 * 六角括号 (GB/T 9704-2012).
 */
record DocumentNumber(String issuerUnit, String symbol, int year, int sequence, boolean ofForm) {

    /** 沪教督办〔2026〕12号; a 督办单 has 2026年第（12）号 (A46). */
    String text() {
        return ofForm ? year + "年第（" + sequence + "）号" : symbol + "〔" + year + "〕" + sequence + "号";
    }
}
