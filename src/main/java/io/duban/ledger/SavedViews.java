package io.duban.ledger;

import io.duban.engine.Refusal;
import io.duban.engine.UnseenCharacters;
import io.duban.organisation.People;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 保存的视图: filters a person looks at again and again, by name; nobody else sees them. */
@Service
@Transactional
class SavedViews {

    private static final int MOST = 30;
    private static final int LONGEST = 40;

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** One of them. */
    record View(String name, String query) {}

    @Transactional(readOnly = true)
    public List<View> own() {
        return jdbc.sql("select name, query from ledger_view where person = ? order by name fetch first ? rows only")
                .params(people.current().id(), MOST)
                .query((row, n) -> new View(row.getString("name"), row.getString("query")))
                .list();
    }

    /** Keeps a filter under a name; the same name again takes its place. */
    public void save(String name, Wanted wanted) {
        String known = name.strip();
        if (known.isEmpty() || known.length() > LONGEST || UnseenCharacters.areInLine(known)) {
            throw Refusal.of(
                    "name",
                    "view-name",
                    "台账视图",
                    "视图名称须为 1 至 " + LONGEST + " 个字，不含控制字符，请改填。",
                    "The name of a view has 1 to 40 characters.");
        }
        remove(known);
        if (own().size() >= MOST) {
            throw Refusal.of(
                    "name",
                    "views-full",
                    "台账视图",
                    "最多保存 " + MOST + " 个视图，请先删除不用的。",
                    "You have 30 views; remove one first.");
        }
        jdbc.sql("insert into ledger_view (person, name, query, saved_at) values (?,?,?,?)")
                .params(people.current().id(), known, wanted.query(), Timestamp.from(clock.instant()))
                .update();
    }

    public void remove(String name) {
        jdbc.sql("delete from ledger_view where person = ? and name = ?")
                .params(people.current().id(), name.strip())
                .update();
    }
}
