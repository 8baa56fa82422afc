package io.duban.worklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** Brings 案情 and the deadline line to people in Tasklist, where the task is; found by name through the service file. */
public class DossierPlugin extends AbstractTasklistPlugin {

    static final String ID = "duban";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(DossierAssets.class);
    }
}
