package io.duban.engine;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a request is read before anybody looks at it, and for how long it is waited for.
 *
 * @param json the body of a call of the interface
 * @param form a form without files
 * @param table a table or template that is the whole body
 * @param upload a form with files
 * @param header all header fields together
 * @param complete how long a body may take to arrive
 * @param perSource bodies of one source that may be on their way at the same time
 * @param atATime bodies of everybody that may be on their way at the same time
 * @param connectionsPerSource connections of one source that may be open at the same time, whatever comes on them
 * @param held bytes of large bodies that are held in memory together; one source may use a quarter
 */
@ConfigurationProperties("duban.limits")
record BodyLimits(
        @DefaultValue("1MB") DataSize json,
        @DefaultValue("2MB") DataSize form,
        @DefaultValue("5MB") DataSize table,
        @DefaultValue("27MB") DataSize upload,
        @DefaultValue("16KB") DataSize header,
        @DefaultValue("60s") Duration complete,
        @DefaultValue("8") int perSource,
        @DefaultValue("100") int atATime,
        @DefaultValue("1000") int connectionsPerSource,
        @DefaultValue("256MB") DataSize held) {

    /** What the declared type of a body allows; what declares none is taken for JSON. */
    long largest(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return upload.toBytes();
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return form.toBytes();
        }
        return type.startsWith("text/csv") || type.startsWith("application/vnd.openxmlformats")
                ? table.toBytes()
                : json.toBytes();
    }
}
