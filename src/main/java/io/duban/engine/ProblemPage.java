package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A refusal as a page, for people whose browser opened the address itself; programs get the same words as JSON. It is
 * drawn without a session or a controller, since the first of the filters needs it too.
 */
final class ProblemPage {

    static final MediaType TYPE = MediaType.parseMediaType("text/html;charset=UTF-8");

    private static final SpringTemplateEngine PAGES = new SpringTemplateEngine();

    static {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/site/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        PAGES.setTemplateResolver(templates);
    }

    private ProblemPage() {}

    /** Whether the caller would rather read a page than JSON: browsers name the page first, programs do not name it. */
    static boolean isWanted(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank()) {
            return false;
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(accept);
            return quality(accepted, MediaType.TEXT_HTML) > quality(accepted, MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static double quality(List<MediaType> accepted, MediaType type) {
        return accepted.stream()
                .filter(each -> each.equalsTypeAndSubtype(type))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    static String of(HttpServletRequest request, HttpStatus status, Map<String, Object> problem) {
        String path = String.valueOf(request.getRequestURI());
        boolean reporting = path.equals("/report") || path.startsWith("/report/");
        var words = new Context(Locale.CHINA);
        words.setVariable("problem", problem);
        words.setVariable("heading", heading(status));
        words.setVariable("basis", basis(problem));
        words.setVariable("reporting", reporting);
        words.setVariable("home", reporting ? "/report" : "/");
        words.setVariable("elsewhere", status == HttpStatus.FORBIDDEN && !reporting);
        return PAGES.process("problem", words);
    }

    /** The clause, for people; the numbers of our own register of demands say nothing to them. */
    private static String basis(Map<String, Object> problem) {
        String basis = String.valueOf(problem.getOrDefault("basis", ""));
        return basis.codePoints().anyMatch(Character::isIdeographic) ? basis : "";
    }

    private static String heading(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "没有找到";
            case FORBIDDEN -> "无权查看或办理";
            case CONFLICT -> "事项已有变化";
            default -> status.is5xxServerError() ? "系统故障" : "没有办成";
        };
    }
}
