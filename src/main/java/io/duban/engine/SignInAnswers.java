package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** What the front door answers to those who have to sign in, have done so, or may not try for a while. */
final class SignInAnswers {

    private SignInAnswers() {}

    /** Only a program that sends its password with every request is free of the token browsers need. */
    static boolean isProgram(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.startsWith("Basic ");
    }

    /** Back to what was asked for before, at this house: the host in the cookie is not believed. */
    static SavedRequestAwareAuthenticationSuccessHandler afterLogin(CookieRequestCache asked) {
        var after = new SavedRequestAwareAuthenticationSuccessHandler();
        after.setRequestCache(asked);
        after.setRedirectStrategy((request, response, url) -> {
            URI wanted = URI.create(url);
            String path = String.valueOf(wanted.getRawPath()).replaceAll("^/{2,}", "/");
            response.sendRedirect((path.startsWith("/") ? path : "/")
                    + (wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery()));
        });
        return after;
    }

    static void afterLogout(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().endsWith("/logout")
                && request.getRequestURI().contains("/api/")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect("/login?out");
        }
    }

    static AuthenticationEntryPoint entry() {
        LoginUrlAuthenticationEntryPoint form = new LoginUrlAuthenticationEntryPoint("/login");
        form.setFavorRelativeUris(true);
        return (request, response, failure) -> {
            String path = request.getRequestURI();
            boolean program = path.startsWith("/api/")
                    || path.startsWith("/engine-rest")
                    || path.startsWith("/camunda/api/")
                    || isProgram(request);
            if (failure instanceof SignInLocked locked) {
                locked(request, response, locked);
            } else if (program) {
                Problems.write(request, response, HttpStatus.UNAUTHORIZED, "请先登录。", "Please sign in.");
            } else {
                form.commence(request, response, failure);
            }
        };
    }

    private static void locked(HttpServletRequest request, HttpServletResponse response, SignInLocked locked)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(locked.seconds()));
        Problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "密码错误次数过多，该账号或来源暂时锁定，请在 " + locked.minutes() + " 分钟后再试。",
                "Too many wrong passwords; try again in " + locked.minutes() + " minutes.");
    }
}
