package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
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
 * Turns every refusal and every failure into a problem detail, or into a page for who opened the address in a browser;
 * engine and database messages never leave the house.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal, HttpServletRequest request) {
        return answer(request, refusal.status(), Problems.of(refusal));
    }

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class, DuplicateKeyException.class
    })
    ResponseEntity<Object> lostRace(Exception race, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.CONFLICT,
                Problems.body(
                        HttpStatus.CONFLICT, "他人刚刚办理了同一事项，请刷新后重试。", "Somebody else was first; refresh and look."));
    }

    @ExceptionHandler
    ResponseEntity<Object> notAllowed(AuthorizationException denied, HttpServletRequest request) {
        return answer(
                request, HttpStatus.FORBIDDEN, Problems.body(HttpStatus.FORBIDDEN, "无权办理该事项。", "You may not do this."));
    }

    @ExceptionHandler
    ResponseEntity<Object> engine(ProcessEngineException failure, HttpServletRequest request) {
        return Causes.refusalIn(failure)
                .map(refusal -> refused(refusal, request))
                .orElseGet(() -> broken(failure, request));
    }

    /** A day that is asked for in the address and does not exist. */
    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        if (mistyped.getRequiredType() != LocalDate.class) {
            return unreadable(mistyped, request);
        }
        String name = mistyped.getName();
        var problem = Problems.body(
                HttpStatus.BAD_REQUEST,
                "“" + name + "”不是存在的日期，请按 年-月-日 填写，如 2026-12-01。",
                "'" + name + "' is not a possible date; write it as 2026-12-01.");
        problem.put("field", name);
        problem.put("rule", "date");
        problem.put("basis", "公历");
        return answer(request, HttpStatus.BAD_REQUEST, problem);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MissingServletRequestParameterException.class,
        MultipartException.class
    })
    ResponseEntity<Object> unreadable(Exception unreadable, HttpServletRequest request) {
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
        return answer(request, HttpStatus.BAD_REQUEST, problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> mediaType(HttpMediaTypeException wrong, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(wrong.getStatusCode().value());
        return answer(
                request,
                status,
                Problems.body(
                        status,
                        "不支持该内容类型，请按接口说明（/v3/api-docs）收发。",
                        "This content type is neither taken nor given; see /v3/api-docs."));
    }

    @ExceptionHandler({NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class})
    ResponseEntity<Object> nothingHere(Exception nothing, HttpServletRequest request) {
        HttpStatus status =
                nothing instanceof NoResourceFoundException ? HttpStatus.NOT_FOUND : HttpStatus.METHOD_NOT_ALLOWED;
        return answer(
                request,
                status,
                Problems.body(status, "没有这个地址或不支持该方法。", "There is nothing at this address for this method."));
    }

    /** What Spring itself answers with a status of the caller's fault keeps it; all else is a fault of ours. */
    @ExceptionHandler
    ResponseEntity<Object> other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(request, status, Problems.body(status, "请求无法处理。", "The request cannot be handled."));
        }
        return broken(failure, request);
    }

    private static ResponseEntity<Object> broken(Exception failure, HttpServletRequest request) {
        String reference = UUID.randomUUID().toString();
        LOG.error("reference {}: {}", reference, Quieted.summary(failure), Quieted.of(failure));
        Aftermath aftermath = Aftermath.of(request, failure);
        return answer(request, aftermath.status(), aftermath.problem(reference));
    }

    private static ResponseEntity<Object> answer(
            HttpServletRequest request, HttpStatus status, Map<String, Object> problem) {
        var answer = ResponseEntity.status(status);
        return ProblemPage.isWanted(request)
                ? answer.contentType(ProblemPage.TYPE).body(ProblemPage.of(request, status, problem))
                : answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problems.inWords(request, problem));
    }
}
