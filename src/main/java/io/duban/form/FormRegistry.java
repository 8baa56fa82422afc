package io.duban.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.Refusal;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All forms and the desks behind them; whether both fit the models is looked at with these before the start. */
@Component
public class FormRegistry implements KnownToModels {

    private static final Logger LOG = LoggerFactory.getLogger(FormRegistry.class);

    private final Map<String, FormBinding> bindings = new HashMap<>();
    private final Map<String, FormSchema> schemas = new HashMap<>();

    FormRegistry(
            ObjectProvider<FormDesk> desks,
            ObjectMapper json,
            ResourcePatternResolver resources,
            @Value("${duban.forms}") List<String> locations) {
        locations.forEach(location -> read(json, resources, location));
        desks.orderedStream().flatMap(desk -> desk.forms().stream()).forEach(this::bind);
    }

    /** The desk of a user task or start form; a key nobody answers for is refused as not found. */
    public FormBinding binding(String key) {
        FormBinding binding = bindings.get(key);
        if (binding == null) {
            throw Refusal.notFound("“" + key + "”没有表单。", "There is no form for '" + key + "'.");
        }
        return binding;
    }

    public FormSchema schema(String form) {
        FormSchema schema = schemas.get(form);
        if (schema == null) {
            throw Refusal.notFound("没有名为“" + form + "”的表单。", "There is no form '" + form + "'.");
        }
        return schema;
    }

    public Map<String, FormBinding> all() {
        return Map.copyOf(bindings);
    }

    public Map<String, FormSchema> schemas() {
        return Map.copyOf(schemas);
    }

    @Override
    public void tell(Known known) {
        bindings.values().forEach(binding -> known.desk(binding.key(), binding.form()));
    }

    private void bind(FormBinding binding) {
        if (bindings.put(binding.key(), binding) != null) {
            throw new IllegalStateException("two desks answer for " + binding.key());
        }
    }

    private void read(ObjectMapper json, ResourcePatternResolver resources, String location) {
        try {
            for (Resource resource : resources.getResources(location + "*.form")) {
                try (var in = resource.getInputStream()) {
                    FormSchema schema = new FormSchema(json.readTree(in));
                    schemas.put(schema.id(), schema);
                }
            }
        } catch (IOException unreadable) {
            LOG.warn("the forms under {} cannot all be read; the check of the models says which", location);
        }
    }
}
