package io.duban.engine;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Why a request is not read. Who reports comes to a page of the report desk, everybody else reads a problem. */
enum BodyRefusal {
    HEADER(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "header-size",
            "请求头过大（上限见 duban.limits.header）。请清除本站的浏览器缓存（Cookie）后重试。",
            "The header fields are too large (duban.limits.header); clear the cookies of this site."),
    SIZE(
            HttpStatus.PAYLOAD_TOO_LARGE,
            "body-size",
            "提交的内容过大（上限见 duban.limits），没有保存任何内容。请减少内容或分次提交。",
            "The body is too large (duban.limits); send less, or in parts. Nothing was kept."),
    LATE(
            HttpStatus.REQUEST_TIMEOUT,
            "body-time",
            "提交的内容没有在规定时间内传完（上限见 duban.limits.complete），没有保存任何内容。请在网络较好时重试。",
            "The body did not arrive in time (duban.limits.complete); try again on a better line. Nothing was kept."),
    BROKEN(
            HttpStatus.BAD_REQUEST,
            "body-readable",
            "提交的内容不完整或无法读取，没有保存任何内容。请重新提交。",
            "The body is incomplete or cannot be read; send it again. Nothing was kept."),
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "bodies-at-a-time",
            "您所在的网络同时提交的内容过多，没有保存任何内容。请稍候再提交。",
            "Too much is being sent from your network at the same time; try again in a moment. Nothing was kept.");

    private final HttpStatus status;
    private final String rule;
    private final String chinese;
    private final String english;

    BodyRefusal(HttpStatus status, String rule, String chinese, String english) {
        this.status = status;
        this.rule = rule;
        this.chinese = chinese;
        this.english = english;
    }

    void write(Request request, Response response) throws IOException {
        String path = String.valueOf(request.getRequestURI());
        boolean reporting = path.equals("/report") || path.equals("/report/follow-up");
        if (this == BUSY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        }
        if (reporting && (this == SIZE || this == BUSY)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, this == SIZE ? "/report/too-large" : "/report/busy");
            return;
        }
        Map<String, Object> problem = Problems.body(status, chinese, english);
        problem.put("rule", rule);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Problems.write(request, response, status, problem);
    }
}
