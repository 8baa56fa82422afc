package io.duban;

import io.duban.engine.ModelsChecked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Duban 督办: education supervision of the 双减 policy, driven by BPMN models. */
@SpringBootApplication
public class DubanApplication {

    public static void main(String[] args) {
        try {
            SpringApplication.run(DubanApplication.class, args);
        } catch (ModelsChecked checked) {
            System.out.println(checked.report());
            System.exit(checked.exitCode());
        }
    }
}
