package io.duban.model;

import java.util.Locale;

/**
 * What models, tables and forms have to keep to. Each rule says in both languages what holds and how to put a breach
 * right; its id is the one under which other tools name it.
 */
public enum Rule {
    FILE_KIND(
            "文件须为 .bpmn、.dmn 或 .form，文件名只用字母、数字、点和连字符",
            "请改名或移走该文件",
            "a file is a .bpmn, .dmn or .form with a plain name",
            "rename it or take it away"),
    READABLE("文件须可读取", "请用建模工具重新保存", "a file can be read", "save it again with the modeler"),
    CONTENT(
            "模型即代码：只可使用列明的元素、属性和表达式",
            "请改用服务任务、已声明的流程变量和已登记的表单",
            "a model is code: only listed elements, attributes and expressions are used",
            "use service tasks, declared variables and registered forms"),
    ONE_PROCESS(
            "一个文件一个流程，文件名与流程标识对应",
            "请拆分或改名，如 supervisionOrder 对应 supervision-order.bpmn",
            "one process per file, named like it",
            "split or rename, e.g. supervisionOrder in supervision-order.bpmn"),
    EXECUTABLE("流程须可执行", "请设置 isExecutable=\"true\"", "a process is executable", "set isExecutable=\"true\""),
    KEPT_HISTORY(
            "须写明历史保存期",
            "请设置 historyTimeToLive，如 P1826D",
            "how long history is kept is said",
            "set historyTimeToLive, e.g. P1826D"),
    UNIQUE_ID("标识不得重复", "请改用另一个标识", "an id is used once", "choose another id"),
    HAS_ID("元素须有标识", "请填写 id", "an element has an id", "give it an id"),
    REFERENCE("引用的对象须存在", "请改为存在的标识，或补上所引用的对象", "what is referred to exists", "name one that exists, or add it"),
    BINDING(
            "所用流程、决策表、表单须绑定同一部署",
            "请将绑定设为 deployment",
            "called processes, tables and forms are bound to the deployment",
            "set the binding to deployment"),
    DEAD_END(
            "除结束事件外，每个节点须有出路",
            "请补上顺序流或改为结束事件",
            "every node but an end event has a way out",
            "add a sequence flow or make it an end event"),
    REACHABLE(
            "每个节点须能从开始到达",
            "请补上顺序流或删去该节点",
            "every node is reached from the start",
            "add a sequence flow or delete the node"),
    HAS_START("流程和子流程须有且只有可用的开始事件", "请补上开始事件", "a process and a sub-process have a start event", "add a start event"),
    CAN_END("每个节点须能走到结束", "请补上通往结束事件的顺序流", "from every node an end is reached", "add a way to an end event"),
    SPLIT_BY_GATEWAY("分支须用网关", "请用网关分出多条顺序流", "only a gateway splits", "split by a gateway"),
    SPLIT_HAS_DEFAULT(
            "分支须有默认流，或其条件已穷尽",
            "请将其中一条顺序流设为默认流",
            "a split has a default flow or conditions that leave nothing out",
            "make one of its flows the default"),
    FLOW_CONDITION(
            "除默认流外，分支的每条顺序流须有条件；其他顺序流不设条件",
            "请补上或删去条件",
            "every flow of a split but its default has a condition, and no other flow",
            "add or remove the condition"),
    SAME_CONDITION(
            "同一分支不得有相同条件", "请改正其中一个条件", "no two flows of a split have the same condition", "correct one of them"),
    IDLE_GATEWAY("网关须分支或汇合", "请补上顺序流或删去网关", "a gateway splits or joins", "add a flow or delete the gateway"),
    LITERAL(
            "比较的值须是决策表的答案、表单的选项或已声明的值",
            "请改为可能出现的值",
            "a compared value is an answer of its table, an option of its form or a declared value",
            "compare with a value that can occur"),
    VARIABLE_DECLARED("流程变量须已声明", "请改用已声明的变量", "a process variable is declared", "use a declared one"),
    VARIABLE_TYPE(
            "流程变量须为此处所需的类型", "请改用类型相符的变量", "a process variable has the type this place needs", "use one of that type"),
    TIMER(
            "定时器和到期日只能取日期变量",
            "请写 ${…}，期限天数写在 due-dates.dmn",
            "a timer or due date is a date variable",
            "write ${…}; lengths of terms stand in due-dates.dmn"),
    GROUP(
            "候选组须为岗位加单位变量，或岗位组变量",
            "请写如 supervision-office.${issuerUnit}",
            "a candidate group is a role with a unit's variable, or a variable that holds a group",
            "write e.g. supervision-office.${issuerUnit}"),
    TASK_FORM("人工任务须有表单", "请填写 formRef 并提供同名表单文件", "a user task has a form", "set formRef and add the form's file"),
    TASK_DESK(
            "人工任务和发起表单须有受理的业务模块，且表单一致",
            "请用已登记的任务标识和表单",
            "a user task or start form has a desk that answers for this form",
            "use an id and form that have one"),
    DESK_TASK("业务模块受理的任务和表单须存在", "请恢复该任务或表单的标识", "a task or form that Java answers for exists", "bring back its id"),
    SERVICE("服务任务须调用已有的业务方法", "请写 ${方法名}", "a service task calls a method that exists", "write ${method}"),
    NAMED_IN_JAVA(
            "程序中写明的流程、消息、节点须存在",
            "请恢复该名称；名单见 names-in-java.txt",
            "a process, message or element that Java names exists",
            "bring the name back; names-in-java.txt lists them"),
    MESSAGE_KNOWN("消息须由程序发出", "请改用已有的消息名称", "a message is one that Java sends", "use the name of one that is sent"),
    TABLE_ASKED(
            "决策表须有模型或程序使用",
            "请改回决策标识或移走该表",
            "a table is asked by a model or by Java",
            "bring back its id or take it away"),
    TABLE_PRESENT("程序所问的决策表须存在", "请恢复该决策表", "a table that Java asks exists", "bring the table back"),
    TABLE_COLUMNS(
            "决策表的输入、输出须与使用者一致",
            "请改回列名和类型",
            "inputs and outputs of a table are those its askers use",
            "bring back names and types of the columns"),
    TABLE_HIT_POLICY(
            "命中策略须与使用者一致", "请改回命中策略", "the hit policy is the one its askers rely on", "bring back the hit policy"),
    TABLE_CELL(
            "单元格须为字面值、列表、比较、区间或 not(…)",
            "请改写该单元格",
            "a cell is a literal, a list, a comparison, a range or not(…)",
            "rewrite the cell"),
    TABLE_ANSWER("答案须为使用者认得的值", "请改为允许的值", "an answer is one its askers understand", "write one that is allowed"),
    TABLE_ALL_ANSWERS(
            "列明的答案至少有一行给出",
            "请补上规则行或删去该值",
            "every listed answer is given by some row",
            "add the row or take the value from the list"),
    TABLE_COMPLETE("凡会问到的情形须有答案", "请补上规则行", "every case that is asked about has an answer", "add the missing row"),
    TABLE_OVERLAP("一种情形只能有一个答案", "请改正重叠的规则行", "a case has one answer only", "correct the rows that overlap"),
    TABLE_ROW_USED("每一行须在某种情形下命中", "请删去或上移该行", "every row fires in some case", "delete it or move it up"),
    FORM_ID("表单标识须与文件名一致", "请改为同名", "a form's id is the name of its file", "give both the same name"),
    FIELD_KNOWN(
            "一栏一处：没有去处的栏目，填写的内容会丢失",
            "请删去该栏，或由开发者在办理程序中接收并写入 form-fields.txt",
            "a field has a place to go, else what is typed is lost",
            "remove it, or have the capability take it and name it in form-fields.txt"),
    OPTION_KNOWN(
            "选项须为办理程序认识的值",
            "请改用已有选项，或由开发者接收后写入 form-fields.txt",
            "an option is one the capability knows",
            "use one it knows, or have it taken and name it in form-fields.txt"),
    LIST_UNFOLDED(
            "重复列表不得折叠，折叠的行不会提交",
            "请写明 disableCollapse（Disable collapse）",
            "a repeating list does not fold, since folded rows are not sent",
            "set disableCollapse"),
    TEXT_APART(
            "说明文字所示的名称不得同时用作字段、选项、表格或条件",
            "请给说明文字用另一个名称",
            "what a text shows has a name that no field, table, option list or condition uses",
            "show it under another name"),
    FOLDER(
            "模型和表单的存放位置须存在且不为空",
            "请更正 duban.models、duban.forms",
            "the places of models and forms exist and are not empty",
            "correct duban.models or duban.forms");

    private final String chinese;
    private final String chineseWayOut;
    private final String english;
    private final String englishWayOut;

    Rule(String chinese, String chineseWayOut, String english, String englishWayOut) {
        this.chinese = chinese;
        this.chineseWayOut = chineseWayOut;
        this.english = english;
        this.englishWayOut = englishWayOut;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule and the way out in Chinese. */
    public String chinese() {
        return chinese + "；" + chineseWayOut + "。";
    }

    /** The same in English. */
    public String english() {
        return english + "; " + englishWayOut + ".";
    }
}
