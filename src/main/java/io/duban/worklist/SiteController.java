package io.duban.worklist;

import io.duban.accountability.Accountabilities;
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
 * The two pages in front of everything: what this is, who one is, what interview (约谈) and accountability (问责) one's
 * unit was told of, and the one log-in form.
 */
@Controller
class SiteController {

    private static final Profiles DEMO = Profiles.of("demo");
    private static final int MOST = 20;

    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final boolean demo;
    private final boolean atHome;

    SiteController(Interviews interviews, Accountabilities accountabilities, Environment environment) {
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.demo = environment.acceptsProfiles(DEMO);
        this.atHome = DemoAddress.isAtHome(environment);
    }

    @GetMapping("/")
    String start(@Nullable Principal person, HttpServletRequest request, Model model) {
        model.addAttribute("person", person == null ? null : person.getName());
        model.addAttribute("most", MOST);
        model.addAttribute("interviews", person == null ? List.of() : interviews.told(MOST + 1));
        model.addAttribute("accountabilities", person == null ? List.of() : accountabilities.told(MOST + 1));
        model.addAttribute("admin", request.isUserInRole("ADMIN"));
        model.addAttribute("demo", demo);
        if (demo) {
            model.addAttribute("atHome", atHome);
            model.addAttribute("stories", DemoStory.ALL);
        }
        return "site/start";
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String locked,
            Model model) {
        model.addAttribute("locked", locked != null);
        model.addAttribute("minutes", locked == null ? "" : minutes(locked));
        model.addAttribute("failed", error != null);
        model.addAttribute("out", out != null && error == null);
        model.addAttribute("demo", demo);
        return "site/login";
    }

    /** Anybody can write the address of a page; what is no number of minutes of a day is not shown. */
    private static String minutes(String locked) {
        return locked.matches("[1-9][0-9]{0,3}") ? locked : "";
    }
}
