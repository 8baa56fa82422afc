package io.duban.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF written anew from its pages: author, programs, times, earlier versions and notes of the cameras whose pictures
 * it holds are gone; one that acts by itself or carries other files is refused.
 */
final class CleanPdf {

    private static final int MOST_OBJECTS = 50_000;
    private static final int MOST_PAGES = 200;
    private static final int MOST_BEHIND = 1024;

    private static final Set<String> ACTING = Set.of(
            "JS",
            "JavaScript",
            "EF",
            "EmbeddedFile",
            "EmbeddedFiles",
            "Launch",
            "RichMedia",
            "RichMediaContent",
            "XFA",
            "ImportData",
            "SubmitForm",
            "Movie",
            "Sound",
            "Rendition",
            "GoToE",
            "3D");
    private static final Set<String> TELLING = Set.of("Metadata", "PieceInfo", "LastModified", "AA", "OpenAction");
    private static final Set<String> NOTED = Set.of("T", "M", "CreationDate", "NM");

    private CleanPdf() {}

    static byte[] of(byte[] content) throws UnsafeFile {
        refuseStowaways(content);
        PdfStreams.refuseBombs(content);
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw locked();
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw tooLarge();
            }
            new Walk().through(document.getDocument());
            document.setDocumentInformation(new PDDocumentInformation());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (InvalidPasswordException closed) {
            throw locked();
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException
                | StackOverflowError broken) {
            throw UnsafeFile.broken();
        }
    }

    private static void refuseStowaways(byte[] content) throws UnsafeFile {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        boolean archive = text.contains("PK\u0003\u0004") && text.contains("PK\u0005\u0006");
        int end = text.lastIndexOf("%%EOF");
        if (archive || (end >= 0 && text.substring(end + 5).strip().length() > MOST_BEHIND)) {
            throw UnsafeFile.polyglot();
        }
    }

    private static UnsafeFile locked() {
        return new UnsafeFile(
                "attachment-locked", "PDF 已加密，请去除密码后再提交。", "The PDF is encrypted; take the password away first.");
    }

    private static UnsafeFile tooLarge() {
        return new UnsafeFile(
                "attachment-pages", "PDF 不得超过 " + MOST_PAGES + " 页，请拆分后再提交。", "The PDF has too many pages; split it.");
    }

    private static UnsafeFile acting() {
        return new UnsafeFile(
                "attachment-active",
                "PDF 含有脚本、表单动作、多媒体或嵌入文件，请“打印为 PDF”后再提交。",
                "The PDF holds scripts, actions, media or other files; print it to a plain PDF first.");
    }

    /** Looks at every object once, without recursion, however deep or circular the file is. */
    private static final class Walk {

        private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<COSBase> open = new ArrayDeque<>();

        void through(COSDocument document) throws IOException, UnsafeFile {
            add(document.getTrailer());
            for (var key : document.getXrefTable().keySet()) {
                add(document.getObjectFromPool(key));
            }
            while (!open.isEmpty()) {
                look(open.pop());
                if (seen.size() > MOST_OBJECTS) {
                    throw tooLarge();
                }
            }
        }

        private void look(COSBase each) throws IOException, UnsafeFile {
            if (each instanceof COSObject reference) {
                add(reference.getObject());
            } else if (each instanceof COSArray list) {
                list.forEach(this::add);
            } else if (each instanceof COSDictionary dictionary) {
                clean(dictionary);
                dictionary.getValues().forEach(this::add);
            }
        }

        private void clean(COSDictionary dictionary) throws IOException, UnsafeFile {
            boolean note = dictionary.containsKey(COSName.RECT) && !dictionary.containsKey(COSName.FT);
            for (COSName key : Set.copyOf(dictionary.keySet())) {
                String value = dictionary.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
                if (ACTING.contains(key.getName())
                        || (ACTING.contains(value)
                                && Set.of("S", "Type", "Subtype").contains(key.getName()))) {
                    throw acting();
                }
                if (TELLING.contains(key.getName()) || (note && NOTED.contains(key.getName()))) {
                    dictionary.removeItem(key);
                }
            }
            if (dictionary instanceof COSStream stream) {
                PdfStreams.stripPhotograph(stream);
            }
        }

        private void add(COSBase each) {
            if (each != null && seen.add(each)) {
                open.push(each);
            }
        }
    }
}
