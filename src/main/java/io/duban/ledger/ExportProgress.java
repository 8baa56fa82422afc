package io.duban.ledger;

import io.duban.engine.Refusal;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** How far running exports are, under a name the page has chosen; kept in memory by the node that writes the file. */
@Component
class ExportProgress {

    private static final int MOST = 200;
    private static final String NAME = "[A-Za-z0-9-]{8,64}";

    private final Map<String, Running> known = new ConcurrentHashMap<>();

    /** One export. */
    static final class Running {

        private final String person;
        final AtomicLong written = new AtomicLong();
        private volatile long total = -1;
        private volatile String state = "RUNNING";

        private Running(String person) {
            this.person = person;
        }

        void total(long rows) {
            total = rows;
        }

        void ended(boolean whole) {
            state = whole ? "DONE" : "BROKEN";
        }

        long total() {
            return total;
        }

        String state() {
            return state;
        }
    }

    Running begin(String name, String person) {
        Running running = new Running(person);
        if (name.matches(NAME)) {
            known.put(name, running);
            Iterator<String> names = known.keySet().iterator();
            while (known.size() > MOST && names.hasNext()) {
                String other = names.next();
                if (!other.equals(name)) {
                    names.remove();
                }
            }
        }
        return running;
    }

    /** The export of this person under this name. */
    Running of(String name, String person) {
        Running running = known.get(name);
        if (running == null || !running.person.equals(person)) {
            throw Refusal.notFound("没有这份导出。", "There is no such export.");
        }
        return running;
    }
}
