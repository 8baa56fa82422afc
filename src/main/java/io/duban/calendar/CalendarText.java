package io.duban.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 from GB18030 (国标编码), in which Excel on a Chinese desktop saves CSV. */
final class CalendarText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CalendarText() {}

    static String decode(byte[] content) {
        try {
            var text = strictly(StandardCharsets.UTF_8, content);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return decodeChinese(content);
        }
    }

    private static String decodeChinese(byte[] content) {
        try {
            return strictly(GB18030, content);
        } catch (CharacterCodingException notChineseEither) {
            throw CalendarFile.refuse("file", "文件编码既不是 UTF-8 也不是 GB18030。", "The file is neither UTF-8 nor GB18030.");
        }
    }

    private static String strictly(Charset charset, byte[] content) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }
}
