package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.lead.ReportRates.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 举报查询: with the receipt the reporter reads the reply and adds to the report. The receipt never stands in an address. */
@Controller
class ReportFollowUpController {

    static final String PAGE = "report/follow-up";

    private final FollowUps followUps;
    private final ReportRates rates;

    ReportFollowUpController(FollowUps followUps, ReportRates rates) {
        this.followUps = followUps;
        this.rates = rates;
    }

    /** What the two forms of the page hold; prints nothing. */
    record Typed(@Nullable String receipt, @Nullable String text) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    @GetMapping("/report/follow-up")
    String ask() {
        return PAGE;
    }

    @PostMapping("/report/follow-up")
    String look(
            @ModelAttribute("typed") Typed typed,
            @RequestParam(defaultValue = "open") String action,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String receipt = typed.receipt() == null ? "" : typed.receipt();
        try {
            if (!rates.admits(Kind.FOLLOW_UP, request.getRemoteAddr())) {
                throw tooOften();
            }
            model.addAttribute(
                    "found",
                    rates.counted(
                            Kind.FOLLOW_UP,
                            () -> found(receipt, typed, action, files).orElseThrow(ReportFollowUpController::nothing)));
            model.addAttribute("added", "add".equals(action));
            model.addAttribute("receipt", receipt);
        } catch (Refusal refusal) {
            model.addAttribute("dropped", Attached.names(files));
            refused(refusal, receipt, action, response, model);
        }
        return PAGE;
    }

    private Optional<FollowUp> found(String receipt, Typed typed, String action, @Nullable List<MultipartFile> files) {
        return "add".equals(action)
                ? followUps.add(
                        receipt,
                        typed.text() == null ? "" : typed.text(),
                        Attached.of(files == null ? List.of() : files))
                : followUps.of(receipt);
    }

    /** A file or a text that was refused is shown beside the thread, if the receipt opens one. */
    private void refused(Refusal refusal, String receipt, String action, HttpServletResponse response, Model model) {
        boolean rate = "rate".equals(refusal.rule());
        response.setStatus(rate ? 429 : refusal.status().value());
        model.addAttribute("refusal", Refused.of(refusal));
        if ("add".equals(action) && !rate) {
            followUps.of(receipt).ifPresent(found -> {
                model.addAttribute("found", found);
                model.addAttribute("receipt", receipt);
            });
        }
    }

    private static Refusal nothing() {
        return Refusal.of(
                "receipt",
                "receipt",
                "设计参数：回执",
                "没有找到这个回执。请核对每一位（不分大小写，横线和空格可以省略）；若已超过保管期限，材料已销毁。",
                "No report was found for this receipt.");
    }

    static Refusal tooOften() {
        return Refusal.of("", "rate", "设计参数：限流", "操作过于频繁，没有提交。请稍等几分钟再试，文字已为您保留。", "Too often; wait a few minutes.");
    }
}
