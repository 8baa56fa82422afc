package io.duban.engine;

import java.util.TimeZone;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An application with nothing in it, which says in which zone it stands once it has started. */
public final class ZoneAtStart {

    private ZoneAtStart() {}

    public static void main(String[] options) {
        new SpringApplicationBuilder(ZoneAtStart.class)
                .web(WebApplicationType.NONE)
                .run(options)
                .close();
        System.out.println("zone: " + TimeZone.getDefault().getID());
    }
}
