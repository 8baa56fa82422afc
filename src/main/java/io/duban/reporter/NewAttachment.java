package io.duban.reporter;

/** 附件 as it came in; its name may betray as much as its content, so neither is printed. */
public record NewAttachment(String fileName, byte[] content) {

    @Override
    public String toString() {
        return "NewAttachment[…]";
    }
}
