package io.duban.calendar;

import java.nio.charset.StandardCharsets;

/** An invented arrangement for 2027: the statutory days. */
final class Arrangement2027 {

    static final String CSV = """
            # 关于2027年部分节假日安排的通知（测试用，并非真实通知）
            date,kind,name
            2027-01-01,OFF,元旦
            2027-02-05,OFF,春节
            2027-02-06,OFF,春节
            2027-02-07,OFF,春节
            2027-02-08,OFF,春节
            2027-04-05,OFF,清明节
            2027-05-01,OFF,劳动节
            2027-05-02,OFF,劳动节
            2027-06-09,OFF,端午节
            2027-09-15,OFF,中秋节
            2027-10-01,OFF,国庆节
            2027-10-02,OFF,国庆节
            2027-10-03,OFF,国庆节
            """;

    private Arrangement2027() {}

    /** The file as it stands, which moves nothing. */
    static byte[] plain() {
        return CSV.getBytes(StandardCharsets.UTF_8);
    }

    /** With work on Sunday 3 January: terms that run through it end earlier. */
    static byte[] withWorkingSunday() {
        return (CSV + "2027-01-03,WORK,元旦\n").getBytes(StandardCharsets.UTF_8);
    }

    /** With 4 January off: terms that run through it end later. */
    static byte[] withLongNewYear() {
        return (CSV + "2027-01-04,OFF,元旦\n").getBytes(StandardCharsets.UTF_8);
    }
}
