package io.duban.document;

/** A paper as a file to be handed out (公文文件). */
@SuppressWarnings("ArrayRecordComponent") // made and read once, never compared
public record PaperFile(String fileName, String mediaType, byte[] content) {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String PDF = "application/pdf";
}
