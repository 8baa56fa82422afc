package io.duban.lead;

import io.duban.reporter.NewAttachment;
import io.duban.reporter.ReporterVault;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 举报查询与补充: what a reporter does with their receipt. A wrong one, an unknown one and a destroyed one are the same. */
@Service
@Transactional
class FollowUps {

    private final ReporterVault vault;
    private final LeadRepository leads;
    private final ApplicationEventPublisher events;

    FollowUps(ReporterVault vault, LeadRepository leads, ApplicationEventPublisher events) {
        this.vault = vault;
        this.leads = leads;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<FollowUp> of(String receipt) {
        return vault.leadOf(receipt).map(this::shown);
    }

    /** Adds to the report; empty if the receipt opens nothing. */
    public Optional<FollowUp> add(String receipt, String text, List<NewAttachment> files) {
        Optional<String> lead = vault.leadOf(receipt);
        lead.ifPresent(leadRef -> {
            vault.supplement(leadRef, text, files);
            events.publishEvent(new LeadSupplemented(leadRef));
        });
        return lead.map(this::shown);
    }

    private FollowUp shown(String leadRef) {
        return new FollowUp(
                leads.find(leadRef).map(lead -> progress(lead.state())).orElse("已收到"), vault.thread(leadRef));
    }

    private static String progress(LeadState state) {
        return switch (state) {
            case RECEIVED -> "已收到，正在研判";
            case KEPT -> "已登记，留存研判；如能补充具体单位和事实，请在下方补充";
            case NOT_ACCEPTED -> "不属于受理范围，说明见答复";
            case MERGED, ACCEPTED, TRANSFERRED, VERIFYING -> "已受理，正在办理";
            case CONCLUDED -> "核查结束，正在准备答复";
            case REPLIED, CLOSED -> "已答复";
        };
    }
}
