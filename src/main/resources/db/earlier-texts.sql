-- What was typed before entries of a case were kept (V27), from where it lies: one query for each step, headed by the step
-- and its form. Every query answers case_id, subject_id (the part of the case, or ''), person and at, then the fields under
-- the names of the form; list.field is a row of a list. Where nobody wrote down who or when, person is empty and at is the
-- next moment that is known. EarlierTexts reads them once.

-- [userTask_draftOrder draft-order]
select id as case_id, '' as subject_id, drafter as person, drafted_at as at, title as "title", summary as "summary",
    provisions as "provisions", social_impact as "socialImpact", basis as "basis"
from supervision_order where state not in ('DRAFTED')
order by id;

-- [userTask_receiveOrder receive-order]
select id as case_id, '' as subject_id, receiver as person, received_at as at, responsible as "responsible"
from supervision_order where receiver is not null and received_at is not null and responsible is not null
order by id;

-- [userTask_investigate investigate]
select r.order_id as case_id, '' as subject_id, r.investigator as person,
    coalesce(s.reported_at, o.received_at, o.issued_at, o.drafted_at) as at, r.investigators as "investigators",
    r.process_part as "process", r.facts as "facts", r.disposition as "disposition", r.measures as "measures",
    r.cause as "cause", r.wider_check as "widerCheck"
from investigation_report r join supervision_order o on o.id = r.order_id
left join report_submission s on s.order_id = r.order_id and s.version = r.version
where not exists (select 1 from report_review v where v.order_id = r.order_id and v.version < r.version)
order by r.order_id, r.version;

-- [userTask_supplementReport supplement-report]
select r.order_id as case_id, '' as subject_id, r.investigator as person,
    coalesce(s.reported_at, o.received_at, o.issued_at, o.drafted_at) as at, r.investigators as "investigators",
    r.process_part as "process", r.facts as "facts", r.disposition as "disposition", r.measures as "measures",
    r.cause as "cause", r.wider_check as "widerCheck", s.signer as "responsible"
from investigation_report r join supervision_order o on o.id = r.order_id
left join report_submission s on s.order_id = r.order_id and s.version = r.version
where exists (select 1 from report_review v where v.order_id = r.order_id and v.version < r.version)
order by r.order_id, r.version;

-- [userTask_submitReport submit-report]
select * from (
    select r.order_id as case_id, '' as subject_id, '' as person,
        coalesce(o.received_at, o.issued_at, o.drafted_at) as at, 'BACK' as "decision", r.return_note as "reason",
        cast(null as varchar(100)) as "responsible", r.version as version
    from investigation_report r join supervision_order o on o.id = r.order_id where r.return_note is not null
    union all
    select s.order_id, '', s.reported_by, s.reported_at, 'REPORT', null, s.signer, s.version
    from report_submission s
    where not exists (select 1 from report_review v where v.order_id = s.order_id and v.version < s.version)
) sent order by case_id, version;

-- [userTask_reviewReport review-report]
select v.order_id as case_id, '' as subject_id, v.reviewer as person,
    coalesce(s.reported_at, o.received_at, o.issued_at, o.drafted_at) as at, v.substantiation as "substantiation",
    v.review_note as "reviewNote"
from report_review v join supervision_order o on o.id = v.order_id
left join report_submission s on s.order_id = v.order_id and s.version = v.version
order by v.order_id, v.version;

-- [userTask_planRectification plan-rectification]
select p.order_id as case_id, l.problem_id as subject_id, l.planned_by as person,
    coalesce((select min(c.checked_at) from rectification_check c where c.problem_id = l.problem_id and c.round = l.round),
        o.issued_at, o.drafted_at) as at,
    l.measures as "measuresPlanned", l.responsible as "responsible", l.planned_until as "plannedUntil"
from rectification_plan l join problem p on p.id = l.problem_id join supervision_order o on o.id = p.order_id
order by l.problem_id, l.round;

-- [userTask_rectify rectify]
select max(p.order_id) as case_id, t.problem_id as subject_id, max(t.stated_by) as person,
    coalesce((select min(c.checked_at) from rectification_check c where c.problem_id = t.problem_id and c.round = t.round),
        max(o.issued_at), max(o.drafted_at)) as at,
    max(case when t.evidence_group = 'MEASURES' then t.statement end) as "measures",
    max(case when t.evidence_group = 'MEASURES' then t.done_on end) as "measuresDate",
    max(case when t.evidence_group = 'MEASURES' then t.person end) as "measuresPerson",
    max(case when t.evidence_group = 'IMPACT' then t.statement end) as "impact",
    max(case when t.evidence_group = 'IMPACT' then t.done_on end) as "impactDate",
    max(case when t.evidence_group = 'IMPACT' then t.person end) as "impactPerson",
    max(case when t.evidence_group = 'ACCOUNTABILITY' then t.statement end) as "accountability",
    max(case when t.evidence_group = 'ACCOUNTABILITY' then t.done_on end) as "accountabilityDate",
    max(case when t.evidence_group = 'ACCOUNTABILITY' then t.person end) as "accountabilityPerson",
    max(case when t.evidence_group = 'WIDER_CHECK' then t.statement end) as "widerCheck",
    max(case when t.evidence_group = 'WIDER_CHECK' then t.done_on end) as "widerCheckDate",
    max(case when t.evidence_group = 'WIDER_CHECK' then t.person end) as "widerCheckPerson"
from rectification_statement t join problem p on p.id = t.problem_id join supervision_order o on o.id = p.order_id
group by t.problem_id, t.round
order by t.problem_id, t.round;

-- [userTask_verifyRectification verify-rectification]
select p.order_id as case_id, c.problem_id as subject_id, c.checked_by as person, c.checked_at as at,
    case when c.passed then 'PASSED' else 'FAILED' end as "result", c.method as "method", c.note as "note"
from rectification_check c join problem p on p.id = c.problem_id where c.kind = 'VERIFICATION'
order by c.id;

-- [userTask_signOffProblem sign-off-problem]
select p.order_id as case_id, c.problem_id as subject_id, c.checked_by as person, c.checked_at as at,
    case when c.passed then 'PASSED' else 'FAILED' end as "result", c.method as "method", c.note as "note"
from rectification_check c join problem p on p.id = c.problem_id where c.kind = 'SIGN_OFF'
order by c.id;

-- [userTask_lookBack look-back]
select p.order_id as case_id, '' as subject_id, c.checked_by as person, c.checked_at as at, c.method as "method",
    p.description as "problems.description", case when c.passed then 'HOLDING' else 'RELAPSED' end as "problems.result",
    c.note as "problems.note"
from rectification_check c join problem p on p.id = c.problem_id where c.kind = 'LOOK_BACK'
order by p.order_id, c.checked_at, c.id;

-- [extension extension-requested]
select order_id as case_id, id as subject_id, requested_by as person, requested_at as at,
    working_days as "workingDays", reason as "reason"
from extension_request order by requested_at, id;

-- [userTask_decideExtension decide-extension]
select order_id as case_id, id as subject_id, decided_by as person, requested_at as at,
    case when granted then 'GRANT' else 'REFUSE' end as "decision", decision_note as "note"
from extension_request where decided_by is not null and granted is not null order by requested_at, id;

-- [discontinuation discontinuation-requested]
select order_id as case_id, id as subject_id, requested_by as person, requested_at as at, kind as "kind",
    reason as "reason", explanation as "explanation", receiving_body as "receivingBody"
from discontinuation order by requested_at, id;

-- [userTask_decideDiscontinuation decide-discontinuation]
select order_id as case_id, id as subject_id, decided_by as person, requested_at as at,
    case when granted then 'GRANT' else 'REFUSE' end as "decision", decision_note as "note"
from discontinuation where decided_by is not null and granted is not null order by requested_at, id;

-- [bulletinRegistered bulletin-registered]
select order_id as case_id, id as subject_id, registered_by as person, registered_at as at,
    document_number as "number", title as "title", issued_on as "issuedOn"
from bulletin order by registered_at, id;

-- [userTask_approveInterview approve-interview]
select interview_id as case_id, '' as subject_id, acted_by as person, acted_at as at,
    case when approved then 'APPROVED' else 'DECLINED' end as "decision", opinion as "opinion"
from interview_approval order by interview_id;

-- [userTask_notifyInterviewee notify-interviewee]
select interview_id as case_id, '' as subject_id, acted_by as person, acted_at as at, place as "place",
    meeting_date as "meetingDate", notice_text as "noticeText"
from interview_notice order by interview_id;

-- [userTask_holdInterview hold-interview]
select m.interview_id as case_id, '' as subject_id, m.acted_by as person, m.acted_at as at, m.held_on as "heldOn",
    m.rectification_due as "rectificationDue", m.minutes as "record", m.demands as "demands", a.name as "attendees.name",
    a.unit as "attendees.unit", a.post as "attendees.post", a.role as "attendees.role"
from interview_meeting m left join interview_attendee a on a.interview_id = m.interview_id
order by m.interview_id, a.position_no;

-- [userTask_reportToPartyAndGovernment report-to-party-and-government]
select interview_id as case_id, '' as subject_id, acted_by as person, acted_at as at,
    document_title as "documentTitle", sent_on as "sentOn"
from interview_party_report order by interview_id;

-- [userTask_submitInterviewRectification submit-interview-rectification]
select interview_id as case_id, '' as subject_id, acted_by as person, acted_at as at, measures as "measures",
    results as "results"
from interview_rectification order by interview_id;

-- [userTask_followUpInterview follow-up-interview]
select interview_id as case_id, '' as subject_id, acted_by as person, acted_at as at,
    case when resolved then 'RESOLVED' else 'UNRESOLVED' end as "result", checked_on as "checkedOn", reason as "reason"
from interview_follow_up order by interview_id;

-- [userTask_formWorkingGroup form-working-group]
select m.accountability_id as case_id, '' as subject_id, '' as person, a.proposed_at as at, m.name as "members.name",
    m.unit_code as "members.unit", m.leader as "members.leader"
from accountability_member m join accountability a on a.id = m.accountability_id
order by m.accountability_id, m.position_no;

-- [userTask_establishFacts establish-facts]
select f.accountability_id as case_id, '' as subject_id, f.acted_by as person, f.acted_at as at,
    f.material as "material", case when f.started then 'START' else 'NOT_START' end as "start", f.reason as "reason",
    s.kind as "subjects.kind", s.unit_code as "subjects.unit", s.name as "subjects.name", s.severity as "subjects.severity"
from accountability_facts f left join accountability_subject s
    on s.accountability_id = f.accountability_id and s.round_no = f.round_no
order by f.accountability_id, f.round_no, s.position_no;

-- [userTask_notifySubject notify-subject]
select s.accountability_id as case_id, '' as subject_id, n.acted_by as person, n.acted_at as at,
    s.name as "notifications.name", n.notified_on as "notifications.notifiedOn", n.way as "notifications.way"
from accountability_notification n join accountability_subject s on s.id = n.subject_id
order by s.accountability_id, n.acted_at, s.position_no;

-- [userTask_hearStatement hear-statement]
select s.accountability_id as case_id, '' as subject_id, t.acted_by as person, t.acted_at as at,
    s.name as "statements.name", t.heard_on as "statements.heardOn", t.waived as "statements.waived",
    t.statement as "statements.statement", t.consideration as "statements.consideration"
from accountability_statement t join accountability_subject s on s.id = t.subject_id
order by s.accountability_id, t.acted_at, s.position_no;

-- [userTask_decideAccountability decide-accountability]
select accountability_id as case_id, '' as subject_id, acted_by as person, acted_at as at, outcome as "decision",
    reason as "reason", basic_facts as "basicFacts", accountability_facts as "accountabilityFacts",
    legal_basis as "legalBasis", effective_date as "effectiveDate"
from accountability_decision order by accountability_id, round_no;

-- [userTask_issueDecision issue-decision]
select accountability_id as case_id, '' as subject_id, acted_by as person, acted_at as at,
    delivered_on as "deliveredOn", recipients as "recipients"
from accountability_delivery order by accountability_id;

-- [userTask_archiveAccountability archive-accountability]
select accountability_id as case_id, '' as subject_id, acted_by as person, acted_at as at,
    filing_number as "filingNumber", higher_office as "higherOffice", filed_on as "filedOn"
from accountability_filing order by accountability_id;

-- [leadTriaged lead-triaged]
select lead_ref as case_id, '' as subject_id, '' as person,
    cast(coalesce(triaged_on, received_on) as timestamp with time zone) as at, summary as "summary",
    accused_unit as "accusedUnit", topic as "topic", category as "category", in_scope as "inScope", concrete as "concrete",
    severe as "severe", vile as "vile", leader_concern as "leaderConcern", public_reaction as "publicReaction"
from lead where triaged_on is not null order by lead_ref;

-- [userTask_transferLead transfer-lead]
select l.lead_ref as case_id, '' as subject_id, '' as person,
    cast(coalesce(l.triaged_on, l.received_on) as timestamp with time zone) as at, h.transfer_note as "note"
from lead_handling h join lead l on l.lead_ref = h.lead_ref where h.transfer_note is not null order by l.lead_ref;

-- [userTask_receiveLead receive-lead]
select l.lead_ref as case_id, '' as subject_id, '' as person,
    cast(coalesce(l.triaged_on, l.received_on) as timestamp with time zone) as at, h.handler as "handler"
from lead_handling h join lead l on l.lead_ref = h.lead_ref where h.handler is not null order by l.lead_ref;

-- [userTask_guideLead guide-lead]
select l.lead_ref as case_id, '' as subject_id, coalesce(h.guided_by, '') as person,
    cast(coalesce(l.triaged_on, l.received_on) as timestamp with time zone) as at, h.guidance as "guidance"
from lead_handling h join lead l on l.lead_ref = h.lead_ref where h.guidance is not null order by l.lead_ref;

-- [userTask_verifyLead verify-lead]
select * from (
    select l.lead_ref as case_id, '' as subject_id, coalesce(h.extension_asked_by, '') as person,
        cast(coalesce(l.triaged_on, l.received_on) as timestamp with time zone) as at, 'EXTEND' as "decision",
        cast(null as varchar(500)) as "investigators", cast(null as varchar(8000)) as "process",
        cast(null as varchar(8000)) as "facts", cast(null as varchar(8000)) as "measures", h.days_asked as "days",
        h.extension_reason as "reason", 0 as round
    from lead_handling h join lead l on l.lead_ref = h.lead_ref where h.extension_reason is not null
    union all
    select v.lead_ref, '', v.reported_by, cast(v.reported_on as timestamp with time zone), 'REPORT', v.investigators,
        v.process_part, v.facts, v.measures, null, null, v.round
    from lead_verification v
) typed order by case_id, round;

-- [userTask_decideLeadExtension decide-lead-extension]
select l.lead_ref as case_id, '' as subject_id, '' as person,
    cast(coalesce(l.triaged_on, l.received_on) as timestamp with time zone) as at,
    case when h.extension_granted then 'GRANT' else 'REFUSE' end as "decision", h.extension_note as "note"
from lead_handling h join lead l on l.lead_ref = h.lead_ref
where h.extension_note is not null and h.extension_granted is not null order by l.lead_ref;

-- [userTask_concludeLead conclude-lead]
select * from (
    select l.lead_ref as case_id, '' as subject_id, '' as person,
        cast(coalesce(l.triaged_on, l.received_on) as timestamp with time zone) as at, 'RETURN' as "decision",
        h.return_reason as "note", 0 as round
    from lead_handling h join lead l on l.lead_ref = h.lead_ref where h.return_reason is not null
    union all
    select lead_ref, '', '', cast(coalesce(concluded_on, triaged_on, received_on) as timestamp with time zone),
        conclusion, conclusion_text, 1
    from lead where conclusion is not null and conclusion_text is not null
) typed order by case_id, round;

-- [userTask_declineLead decline-lead]
select l.lead_ref as case_id, '' as subject_id, '' as person,
    cast(coalesce(l.triaged_on, l.received_on) as timestamp with time zone) as at, h.competent_body as "competentBody"
from lead_handling h join lead l on l.lead_ref = h.lead_ref where h.competent_body is not null order by l.lead_ref;

-- [userTask_chooseInstrument choose-instrument]
select l.lead_ref as case_id, '' as subject_id, '' as person,
    cast(coalesce(l.concluded_on, l.triaged_on, l.received_on) as timestamp with time zone) as at,
    coalesce(h.instrument, 'NONE') as "instrument", h.covert_inspection as "covert", h.publication as "publish",
    h.order_title as "title", h.order_problem as "problem", h.order_requirement as "requirement", h.order_due as "due",
    h.instrument_reason as "reason"
from lead_handling h join lead l on l.lead_ref = h.lead_ref where h.instrument_reason is not null order by l.lead_ref;

-- [userTask_reviewLeadList review-lead-list]
select c.id as case_id, '' as subject_id, '' as person, cast(c.period_end as timestamp with time zone) as at,
    c.review_note as "note", n.summary as "leads.summary", case when n.included then 'YES' else 'NO' end as "leads.include",
    n.exclusion_reason as "leads.reason"
from lead_consolidation c join notice_lead n on n.consolidation_id = c.id
where c.state not in ('OPEN', 'REVIEWING', 'EMPTY') order by c.id, n.seq;

-- [userTask_draftNotices draft-notices]
select id as case_id, '' as subject_id, coalesce(drafter, '') as person,
    cast(period_end as timestamp with time zone) as at, title as "title", requirements as "requirements",
    reply_due as "replyDue"
from lead_consolidation where title is not null order by id;

-- [userTask_issueNotices issue-notices]
select id as case_id, '' as subject_id, '' as person, cast(period_end as timestamp with time zone) as at,
    'RETURN' as "decision", return_reason as "reason"
from lead_consolidation where return_reason is not null order by id;

-- [userTask_receiveNotice receive-notice]
select id as case_id, '' as subject_id, '' as person, cast(issued_on as timestamp with time zone) as at,
    handler as "handler"
from supervision_notice where handler is not null order by id;

-- [userTask_verifyNotice verify-notice]
select s.id as case_id, '' as subject_id, '' as person, cast(s.issued_on as timestamp with time zone) as at,
    n.result as "leads.result", n.rectified as "leads.rectified"
from supervision_notice s join notice_lead n on n.notice_id = s.id where n.result is not null order by s.id, n.seq;

-- [userTask_reportNotice report-notice]
select id as case_id, '' as subject_id, '' as person, cast(issued_on as timestamp with time zone) as at,
    'REPORT' as "decision", report_note as "note"
from supervision_notice where report_note is not null order by id;

-- [userTask_reviewNotice review-notice]
select id as case_id, '' as subject_id, coalesce(reviewer, '') as person,
    cast(issued_on as timestamp with time zone) as at, review_note as "note"
from supervision_notice where review_note is not null order by id;

-- [userTask_holdConsultation hold-consultation]
select c.id as case_id, '' as subject_id, coalesce(c.held_by, '') as person,
    cast(coalesce(c.held_on, c.period_end) as timestamp with time zone) as at, c.trends as "trends",
    c.conclusion as "conclusion", a.task as "assignments.task", a.unit_code as "assignments.unit", a.due as "assignments.due"
from consultation c left join consultation_assignment a on a.consultation_id = c.id
where c.trends is not null order by c.id, a.seq;
