package io.duban.organisation;

import java.util.List;

/**
 * What an accepted upload will do.
 *
 * @param after all units as they will be
 * @param created the new units
 * @param changed the units to write, the new ones included
 * @param lines how many lines the file has
 */
record UnitChange(UnitTree after, List<Unit> created, List<Unit> changed, int lines) {

    UploadResult result() {
        return new UploadResult(created.size(), changed.size() - created.size(), lines - changed.size());
    }
}
