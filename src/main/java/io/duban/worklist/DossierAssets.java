package io.duban.worklist;

import jakarta.ws.rs.Path;
import java.util.List;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves the plug-in's scripts: the engine hands out only the files named here. */
@Path("plugin/" + DossierPlugin.ID)
public class DossierAssets extends AbstractTasklistPluginRootResource {

    private static final List<String> MODULES = List.of(
            "app/card.js", "app/dossier.js", "app/evidence.js", "app/page.js", "app/records.js", "app/strip.js");

    public DossierAssets() {
        super(DossierPlugin.ID);
    }

    @Override
    protected List<String> getAllowedAssets() {
        List<String> assets = super.getAllowedAssets();
        assets.addAll(MODULES);
        return assets;
    }
}
