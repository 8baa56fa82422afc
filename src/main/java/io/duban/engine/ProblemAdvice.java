package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns every refusal and every failure into a problem detail, a refusal of what somebody opens in a browser into a page;
 * engine and database messages never leave the house.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        return RefusedPage.isWanted(request) ? RefusedPage.of(refusal) : answer(refusal.status(), Problems.of(refusal));
    }

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class, DuplicateKeyException.class
    })
    ResponseEntity<Map<String, Object>> lostRace(Exception race) {
        return answer(
                HttpStatus.CONFLICT,
                Problems.body(
                        HttpStatus.CONFLICT, "他人刚刚办理了同一事项，请刷新后重试。", "Somebody else was first; refresh and look."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notAllowed(AuthorizationException denied) {
        return answer(HttpStatus.FORBIDDEN, Problems.body(HttpStatus.FORBIDDEN, "无权办理该事项。", "You may not do this."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> engine(ProcessEngineException failure) {
        return Causes.refusalIn(failure)
                .map(refusal -> answer(refusal.status(), Problems.of(refusal)))
                .orElseGet(() -> broken(failure));
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class,
        MultipartException.class
    })
    ResponseEntity<Map<String, Object>> unreadable(Exception unreadable) {
        String field = unreadable instanceof MethodArgumentTypeMismatchException mismatch
                ? mismatch.getName()
                : unreadable instanceof MissingServletRequestParameterException missing
                        ? missing.getParameterName()
                        : unreadable instanceof MultipartException ? "file" : "body";
        var problem = Problems.body(
                HttpStatus.BAD_REQUEST,
                "请求中的“" + field + "”缺失或无法读取，请按接口说明（/v3/api-docs）填写。",
                "'" + field + "' is missing or cannot be read; see /v3/api-docs.");
        problem.put("field", field);
        problem.put("rule", "readable");
        return answer(HttpStatus.BAD_REQUEST, problem);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> mediaType(HttpMediaTypeException wrong) {
        HttpStatus status = HttpStatus.valueOf(wrong.getStatusCode().value());
        return answer(
                status,
                Problems.body(
                        status,
                        "不支持该内容类型，请按接口说明（/v3/api-docs）收发。",
                        "This content type is neither taken nor given; see /v3/api-docs."));
    }

    @ExceptionHandler({NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class})
    ResponseEntity<Map<String, Object>> nothingHere(Exception nothing) {
        HttpStatus status =
                nothing instanceof NoResourceFoundException ? HttpStatus.NOT_FOUND : HttpStatus.METHOD_NOT_ALLOWED;
        return answer(
                status, Problems.body(status, "没有这个地址或不支持该方法。", "There is nothing at this address for this method."));
    }

    /** What Spring itself answers with a status of the caller's fault keeps it; all else is a fault of ours. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> other(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, Problems.body(status, "请求无法处理。", "The request cannot be handled."));
        }
        return broken(failure);
    }

    private static ResponseEntity<Map<String, Object>> broken(Exception failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("reference {}", reference, Quieted.of(failure));
        var problem = Problems.body(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "系统故障，未作任何更改。请把编号 " + reference + " 告诉管理员。",
                "Something failed; nothing was changed. Give the administrator the reference.");
        problem.put("reference", reference);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, problem);
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
