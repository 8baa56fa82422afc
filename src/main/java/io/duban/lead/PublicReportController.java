package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.lead.ReportRates.Kind;
import io.duban.organisation.Organisations;
import io.duban.rectification.ProblemCategory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 我要举报: the pages of those who report. Whatever is refused comes back with what was typed; nothing is kept. */
@Controller
class PublicReportController {

    static final String EXPIRED = "/report/expired";

    private static final String PAGE = "report/form";
    private static final String RECEIPT = "report-receipt";

    private final LeadIntake intake;
    private final ReceivingUnits receiving;
    private final Organisations organisations;
    private final ReportRates rates;
    private final ReportChannels channels;

    PublicReportController(
            LeadIntake intake,
            ReceivingUnits receiving,
            Organisations organisations,
            ReportRates rates,
            ReportChannels channels) {
        this.intake = intake;
        this.receiving = receiving;
        this.organisations = organisations;
        this.rates = rates;
        this.channels = channels;
    }

    @GetMapping("/report")
    String form(Model model) {
        return page(ReportForm.EMPTY, model);
    }

    @PostMapping("/report")
    String report(
            @ModelAttribute("typed") ReportForm typed,
            @RequestParam(defaultValue = "send") String action,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("dropped", Attached.names(files));
        if ("search".equals(action)) {
            return search(typed, request, response, model);
        }
        try {
            requireRate(Kind.REPORT, request);
            String receipt = rates.counted(
                    Kind.REPORT,
                    () -> intake.receive(
                            typed.chosenUnit(),
                            typed.chosenCategory(),
                            typed.report(Attached.of(files == null ? List.of() : files))));
            if (typed.isSuspicious()) {
                rates.slow(Kind.REPORT, request.getRemoteAddr());
            }
            request.getSession().setAttribute(RECEIPT, receipt);
            return "redirect:/report/done";
        } catch (Refusal refusal) {
            return refused(refusal, typed, response, model);
        }
    }

    private String search(ReportForm typed, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            requireRate(Kind.SEARCH, request);
        } catch (Refusal refusal) {
            return refused(refusal, typed, response, model);
        }
        model.addAttribute("searched", true);
        return page(typed, model);
    }

    /** The receipt, this once: it is taken out of the session before it is shown. */
    @GetMapping("/report/done")
    String done(HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(RECEIPT) instanceof String receipt) {
            session.removeAttribute(RECEIPT);
            model.addAttribute("receipt", receipt);
        }
        return "report/done";
    }

    /** Which channels are public, unit by unit. */
    @GetMapping("/report/channels")
    String channels(Model model) {
        model.addAttribute("published", channels.published());
        return "report/channels";
    }

    /** Where a form arrives whose token has run out: it comes back with a new token and all that was typed. */
    @PostMapping(EXPIRED)
    String expired(
            @ModelAttribute("typed") ReportForm typed,
            @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("dropped", Attached.names(files));
        Refusal expired = Refusal.forbidden(
                "form-expired",
                "安全设置",
                "页面停留过久，为安全起见请再提交一次；文字已为您保留，附件请重新选择。",
                "The page was open too long; send it again.");
        if (receipt == null) {
            return refused(expired, typed, response, model);
        }
        model.addAttribute("typed", new ReportFollowUpController.Typed(receipt, typed.text()));
        model.addAttribute("refusal", Refused.of(expired));
        response.setStatus(expired.status().value());
        return ReportFollowUpController.PAGE;
    }

    @GetMapping(UploadGate.TOO_LARGE)
    String tooLarge(HttpServletResponse response, Model model) {
        return sorry(
                HttpStatus.PAYLOAD_TOO_LARGE, "附件合计过大，没有提交成功。请按浏览器的“返回”，减少或压缩附件后再提交；每个附件不超过 5 MB。", response, model);
    }

    @GetMapping(UploadGate.BUSY)
    String busy(HttpServletResponse response, Model model) {
        return sorry(HttpStatus.SERVICE_UNAVAILABLE, "此刻提交的人较多，没有提交成功。请按浏览器的“返回”，稍等一分钟再提交。", response, model);
    }

    private static String sorry(HttpStatus status, String sentence, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("sentence", sentence);
        return "report/sorry";
    }

    private String refused(Refusal refusal, ReportForm typed, HttpServletResponse response, Model model) {
        response.setStatus(
                "rate".equals(refusal.rule())
                        ? HttpStatus.TOO_MANY_REQUESTS.value()
                        : refusal.status().value());
        model.addAttribute("refusal", Refused.of(refusal));
        return page(typed, model);
    }

    private String page(ReportForm typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("units", receiving.reportable(typed.searched()));
        model.addAttribute(
                "chosen", typed.chosenUnit().flatMap(organisations::find).orElse(null));
        model.addAttribute("categories", ProblemCategory.values());
        return PAGE;
    }

    private void requireRate(Kind kind, HttpServletRequest request) {
        if (!rates.admits(kind, request.getRemoteAddr())) {
            throw ReportFollowUpController.tooOften();
        }
    }
}
