package io.duban.document;

/** The words of the twelve templates, after A46–A55, B54 and the clauses each of them rests on. */
final class Wording {

    private static final int OFFICE = 17;
    private static final int COMMITTEE = 14;
    private static final int BUREAU = 6;

    private Wording() {}

    static Sheet of(PaperKind kind) {
        Sheet sheet = new Sheet();
        return switch (kind) {
            case SUPERVISION_NOTICE -> notice(sheet);
            case KEY_ISSUE_ORDER -> keyIssueOrder(sheet);
            case RECTIFICATION_ORDER -> rectificationOrder(sheet);
            case RECTIFICATION_LETTER -> letter(sheet);
            case URGING_NOTE -> urging(sheet);
            case EXTENSION_REPLY -> extension(sheet);
            case SIGN_OFF_CONFIRMATION -> signOff(sheet);
            case INTERVIEW_NOTICE -> interviewNotice(sheet);
            case INTERVIEW_MINUTES -> minutes(sheet);
            case INTERVIEW_BULLETIN -> bulletin(sheet);
            case ACCOUNTABILITY_NOTICE -> accountabilityNotice(sheet);
            case ACCOUNTABILITY_DECISION -> decision(sheet);
        };
    }

    private static Sheet notice(Sheet sheet) {
        return sheet.redHead(72, 64)
                .title("{{标题}}")
                .addressee()
                .text("近期，经受理登记和分区归集，你区有下列问题线索需要核查督办。")
                .list(new String[] {"序号", "线索编号", "涉及单位", "问题类别"}, 850, 2250, 3494, 2250)
                .text("{{办理要求}}")
                .text("请逐条核查督办，于{{反馈期限}}前将办理情况书面反馈我办。核查工作要遵守保密纪律，保护举报人个人信息；严禁泄露，严禁交由被举报单位自查核实。")
                .signature(OFFICE)
                .imprint();
    }

    private static Sheet keyIssueOrder(Sheet sheet) {
        return sheet.title("重点问题督办单")
                .centred("{{编号}}")
                .addressee()
                .text("据初步调查，你区{{被督办单位}}存在以下问题：")
                .text("{{存在问题}}")
                .text("上述问题违反了{{违反规定}}，{{社会影响}}。")
                .text("请你区认真落实属地监管责任，于5个工作日内完成调查核实工作，并报送办理情况。调查报告需说明调查过程、实际情况、处理意见、整改措施等，并分析问题产生的原因。")
                .text("对存在的违规问题，要立即进行整改，积极消除不良影响，依法依规追究责任。")
                .text("调查过程要遵守保密纪律，保护举报人个人信息；严禁泄露，严禁交由被举报单位自查核实。")
                .text("要举一反三，认真落实{{上级规定}}，坚决防止侵害群众利益行为。")
                .signature(OFFICE);
    }

    private static Sheet rectificationOrder(Sheet sheet) {
        return sheet.title("“双减”教育督导问题整改督办单")
                .right("编号：{{编号}}")
                .form(2000, new String[] {"督办对象", "{{主送}}"}, new String[] {"督办时间", "{{督办时间}}"})
                .flush("发现的问题、整改要求（含时限）：")
                .list(new String[] {"序号", "发现的问题", "整改要求", "整改时限"}, 850, 2697, 2697, 2600)
                .text("请按上述要求和时限逐项整改，整改完成后报送整改、消除影响、追责、举一反三四方面情况，经核验后销号。")
                .form(
                        2000,
                        new String[] {"学校（单位）", "　　　　　　　　（签章）　　　　年　　月　　日"},
                        new String[] {"联系人", "{{联系人}}"},
                        new String[] {"联系电话", "{{联系电话}}"})
                .signature(OFFICE, 1);
    }

    private static Sheet letter(Sheet sheet) {
        return sheet.letterNumber()
                .title("{{标题}}")
                .addressee()
                .text("经查，你单位存在以下问题，现提出整改要求：")
                .text("{{问题与要求}}")
                .text("请你单位高度重视，立即整改，并按期书面报送整改情况。逾期未改或者整改不到位的，将依法依规处理。")
                .text("特此函告。")
                .signature(BUREAU);
    }

    private static Sheet urging(Sheet sheet) {
        return sheet.title("催办单")
                .centred("{{编号}}")
                .addressee()
                .text("{{督办编号}}督办事项《{{督办标题}}》由你单位办理。至今{{逾期情况}}，现予{{催办次数}}催办。")
                .text("请接此单后立即办理，并报送办理情况、逾期原因和完成时间。")
                .text("经催办仍未办理或者整改不力的，将依照有关规定约谈、通报，直至提请问责。")
                .signature(OFFICE);
    }

    private static Sheet extension(Sheet sheet) {
        return sheet.letterNumber()
                .title("{{标题}}")
                .addressee()
                .text("你单位关于{{督办编号}}督办事项{{申请事项}}的申请收悉。经研究，批复如下：")
                .text("{{批复意见}}")
                .text("{{批复理由}}")
                .text("此复。")
                .signature(OFFICE);
    }

    private static Sheet signOff(Sheet sheet) {
        return sheet.title("销号确认单")
                .right("编号：{{编号}}")
                .form(
                        2000,
                        new String[] {"主送单位", "{{主送}}"},
                        new String[] {"督办编号", "{{督办编号}}"},
                        new String[] {"督办事项", "{{督办标题}}"},
                        new String[] {"被督办单位", "{{被督办单位}}"})
                .text("下列问题经核验，整改、消除影响、追责、举一反三四方面举证齐全，予以销号：")
                .list(new String[] {"序号", "问题", "销号编号", "销号日期"}, 850, 3744, 1650, 2600)
                .text("销号后将适时开展“回头看”，问题反弹的，撤销销号，重新督办。")
                .signature(OFFICE);
    }

    private static Sheet interviewNotice(Sheet sheet) {
        return sheet.letterNumber()
                .title("约谈通知书")
                .addressee()
                .text("因{{督办编号}}督办事项有关情形（{{约谈情形}}），经批准，决定对你单位进行约谈。现将有关事项通知如下：")
                .text("一、约谈时间：‖{{约谈日期}}")
                .text("二、约谈地点：‖{{约谈地点}}")
                .text("三、约谈事由：‖{{约谈事由}}")
                .text("请你单位主要负责人或者分管负责人按时到会，说明有关情况，并带书面材料。约谈将形成书面记录，提出限期整改要求，并向有关党委、政府通报。")
                .signature(OFFICE);
    }

    private static Sheet minutes(Sheet sheet) {
        return sheet.minutesHead("约谈纪要")
                .text("{{约谈日期}}，就{{督办编号}}督办事项约谈{{主送}}。纪要如下：")
                .text("一、约谈情况‖")
                .text("{{约谈记录}}")
                .text("二、整改要求‖")
                .text("{{整改要求}}")
                .text("整改期限：{{整改期限}}。")
                .blank()
                .text("约谈人：‖{{约谈人}}")
                .text("被约谈人：‖{{被约谈人}}")
                .text("记录人：‖{{记录人}}")
                .imprint();
    }

    private static Sheet bulletin(Sheet sheet) {
        return sheet.redHead(72, 64)
                .title("{{标题}}")
                .addressee()
                .text("{{约谈日期}}，因{{督办编号}}督办事项，对{{被约谈单位}}进行了约谈。现将有关情况通报如下：")
                .text("一、约谈情形‖")
                .text("{{约谈情形}}。")
                .text("二、整改要求‖")
                .text("{{整改要求}}")
                .text("三、整改期限‖")
                .text("{{整改期限}}。整改情况将作为履行教育职责评价的重要依据。")
                .signature(OFFICE)
                .imprint();
    }

    private static Sheet accountabilityNotice(Sheet sheet) {
        return sheet.letterNumber()
                .title("问责告知书")
                .addressee()
                .text("因{{督办编号}}督办事项，经调查认定，存在《教育督导问责办法》规定的问责情形：{{问责情形}}。")
                .text("一、认定的事实‖")
                .text("{{事实材料}}")
                .text("二、陈述申辩的权利‖")
                .text("依据《教育督导问责办法》第十四条，你（单位）有权于{{陈述期限}}前向我委陈述和申辩；逾期不提出的，视为放弃。陈述申辩不影响对你（单位）的处理，不因申辩加重问责。")
                .signature(COMMITTEE);
    }

    private static Sheet decision(Sheet sheet) {
        return sheet.redHead(72, 74)
                .title("问责决定书")
                .addressee()
                .text("{{督办编号}}督办事项问责一案，经调查认定、告知和听取陈述申辩，审定如下：")
                .text("一、基本情况‖")
                .text("{{基本情况}}")
                .text("二、问责事实‖")
                .text("{{问责事实}}")
                .text("三、问责依据‖")
                .text("{{问责依据}}")
                .text("四、问责方式‖")
                .list(new String[] {"序号", "问责对象", "问责方式"}, 850, 3794, 4200)
                .text("五、生效时间‖")
                .text("本决定自{{生效时间}}起生效。对决定不服的，可以依照《教育督导问责办法》申请复核或者提出申诉，复核、申诉期间不停止决定的执行。")
                .signature(COMMITTEE)
                .imprint();
    }
}
