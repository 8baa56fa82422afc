package io.duban.rectification;

/** 核查方式: how a rectification was looked at. */
enum CheckMethod {
    /** 暗访 */
    UNANNOUNCED,
    /** 现场核查 */
    ON_SITE,
    /** 书面核查 */
    DOCUMENTS
}
