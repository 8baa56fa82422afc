package io.duban.worklist;

import io.duban.interview.Interviews;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The two pages in front of everything: what this is, who one is and to what interview (约谈) one's unit was invited, and
 * the one log-in form.
 */
@Controller
class SiteController {

    private static final Profiles DEMO = Profiles.of("demo");

    private final Interviews interviews;
    private final boolean demo;

    SiteController(Interviews interviews, Environment environment) {
        this.interviews = interviews;
        this.demo = environment.acceptsProfiles(DEMO);
    }

    @GetMapping("/")
    String start(@Nullable Principal person, HttpServletRequest request, Model model) {
        model.addAttribute("person", person == null ? null : person.getName());
        model.addAttribute("interviews", person == null ? List.of() : interviews.told());
        model.addAttribute("admin", request.isUserInRole("ADMIN"));
        model.addAttribute("demo", demo);
        if (demo) {
            model.addAttribute("stories", DemoStory.ALL);
        }
        return "site/start";
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("out", out != null && error == null);
        model.addAttribute("demo", demo);
        return "site/login";
    }
}
