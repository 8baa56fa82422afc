package io.duban.engine;

import io.duban.model.Faults;
import io.duban.model.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files of models, tables and forms in the places that are set; a later place replaces files of the same name. */
@Component
class ModelFiles {

    private final ResourcePatternResolver resources;
    private final List<String> models;
    private final List<String> forms;

    ModelFiles(
            ResourcePatternResolver resources,
            @Value("${duban.models}") List<String> models,
            @Value("${duban.forms}") List<String> forms) {
        this.resources = resources;
        this.models = models;
        this.forms = forms;
    }

    /** All files by name; a place that is missing, empty or cannot be read is a fault. */
    Map<String, byte[]> read(Faults faults) {
        Map<String, byte[]> files = new TreeMap<>();
        places(models, faults, files, "*.bpmn", "*.dmn");
        places(forms, faults, files, "*.form");
        return files;
    }

    private void places(List<String> places, Faults faults, Map<String, byte[]> files, String... kinds) {
        if (places.stream().allMatch(String::isBlank)) {
            faults.add(Rule.FOLDER, "application.yaml", "–");
        }
        for (String place : places) {
            int found = 0;
            for (String kind : kinds) {
                found += read(place, kind, faults, files);
            }
            if (found == 0) {
                faults.add(Rule.FOLDER, place, String.join(", ", kinds));
            }
        }
    }

    private int read(String place, String kind, Faults faults, Map<String, byte[]> files) {
        int found = 0;
        try {
            for (Resource resource : resources.getResources(place + kind)) {
                files.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
                found++;
            }
        } catch (IOException unreadable) {
            faults.add(Rule.FOLDER, place, kind);
        }
        return found;
    }
}
