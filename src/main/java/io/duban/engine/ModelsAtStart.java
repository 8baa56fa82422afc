package io.duban.engine;

import io.duban.model.Fault;
import io.duban.model.Faults;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import io.duban.model.ModelCheck;
import io.duban.model.ModelRules;
import io.duban.model.NamesInJava;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Before the port opens the whole set of models, tables and forms is looked through, and the start is refused with every
 * fault that was found; what passes is deployed, all of it or nothing. The models in force stay as they are until then.
 */
@Component
class ModelsAtStart implements SmartInitializingSingleton, StartStep {

    private final ModelFiles places;
    private final ModelDeployment deployment;
    private final ListableBeanFactory beans;
    private final ObjectProvider<KnownToModels> rooms;
    private final ObjectProvider<ModelCheck> checks;
    private final boolean onlyChecks;
    private Map<String, byte[]> files = Map.of();

    ModelsAtStart(
            ModelFiles places,
            ModelDeployment deployment,
            ListableBeanFactory beans,
            ObjectProvider<KnownToModels> rooms,
            ObjectProvider<ModelCheck> checks,
            @Value("${" + ModelCheckSettings.CHECK + ":false}") String check) {
        this.places = places;
        this.deployment = deployment;
        this.beans = beans;
        this.rooms = rooms;
        this.checks = checks;
        this.onlyChecks = !"false".equals(check);
    }

    @Override
    public void afterSingletonsInstantiated() {
        Faults faults = new Faults();
        files = places.read(faults);
        List<Fault> all = new ArrayList<>(faults.all());
        all.addAll(ModelRules.check(files, known(), checks.orderedStream().toList()));
        if (onlyChecks) {
            throw new ModelsChecked(files.size(), all);
        }
        if (!all.isEmpty()) {
            throw new StartRefused(ModelsChecked.report(files.size(), all));
        }
    }

    private Known known() {
        Known known = new Known(NamesInJava.read());
        rooms.orderedStream().forEach(each -> each.tell(known));
        ModelBeans models = new ModelBeans(beans);
        models.names().forEach(name -> {
            if (models.answers(name)) {
                known.asked(name);
            } else {
                known.serviceTask(name);
            }
        });
        return known;
    }

    @Override
    public void start() {
        deployment.deploy(files);
    }

    @Override
    public int getPhase() {
        return MODELS;
    }
}
