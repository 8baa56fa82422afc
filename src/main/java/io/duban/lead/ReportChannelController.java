package io.duban.lead;

import io.duban.form.Fields;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 举报渠道 over HTTP: the office publishes and closes channels and sees which districts publish too little. */
@RestController
@RequestMapping("/api/report-channels")
class ReportChannelController {

    private final ReportChannels channels;

    ReportChannelController(ReportChannels channels) {
        this.channels = channels;
    }

    @GetMapping
    List<ReportChannel> list() {
        return channels.published().stream()
                .flatMap(each -> each.channels().stream())
                .toList();
    }

    @GetMapping("/gaps")
    List<ReportChannels.Gap> gaps() {
        return channels.gaps();
    }

    /** {@code unit}, {@code type}, {@code address}, {@code topic} (optional), {@code openHours}, {@code publicSince}. */
    @PostMapping
    ResponseEntity<ReportChannel> publish(@RequestBody Map<String, Object> body) {
        channels.requireOffice();
        Fields fields = Fields.of(
                body,
                Map.of("unit", "单位", "type", "渠道种类", "address", "渠道地址", "openHours", "开放时间", "publicSince", "公开日期"));
        ReportChannel kept = channels.publish(new ReportChannel(
                "",
                fields.text("unit"),
                fields.option("type", ReportChannel.Type.class),
                fields.text("address"),
                fields.optionalOption("topic", LeadTopic.class).orElse(null),
                fields.text("openHours"),
                fields.date("publicSince"),
                true));
        return ResponseEntity.created(URI.create("/api/report-channels/" + kept.id()))
                .body(kept);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> close(@PathVariable String id) {
        channels.close(id);
        return ResponseEntity.noContent().build();
    }
}
