package io.duban.audit;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 留痕校验 over HTTP, for administrators only (the front door sees to that). */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private final AuditVerification verification;

    AuditController(AuditVerification verification) {
        this.verification = verification;
    }

    @GetMapping("/verification")
    AuditVerification.Report verification() {
        return verification.verify();
    }
}
