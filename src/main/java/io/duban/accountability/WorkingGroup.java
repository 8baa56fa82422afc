package io.duban.accountability;

import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import java.util.HashSet;
import java.util.List;

/** The group that establishes the facts (调查认定工作组, 问责办法 art. 13); nobody of the accused side belongs to it. */
record WorkingGroup(List<GroupMember> members) {

    private static final int FEWEST = 3;

    WorkingGroup {
        members = List.copyOf(members);
    }

    GroupMember leader() {
        return members.stream().filter(GroupMember::leader).findFirst().orElseThrow();
    }

    void check(String accusedUnit, Organisations organisations) {
        if (members.size() < FEWEST) {
            throw refusal(
                    "members",
                    "group-size",
                    "调查认定工作组不少于 3 人，现有 " + members.size() + " 人，请补充。",
                    "The working group needs at least 3 members.");
        }
        if (members.stream().filter(GroupMember::leader).count() != 1) {
            throw refusal("members", "group-leader", "请指定一名且仅一名组长。", "Name exactly one leader of the group.");
        }
        requireDistinct();
        for (int i = 0; i < members.size(); i++) {
            requireUninvolved("members[" + i + "].unit", members.get(i).unit(), accusedUnit, organisations);
        }
    }

    private void requireDistinct() {
        var seen = new HashSet<String>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (!seen.add(member.unit() + " " + member.name())) {
                throw refusal(
                        "members[" + i + "].name",
                        "member-twice",
                        "“" + member.name() + "”重复登记，请删除重复的一行。",
                        "The member is listed twice; remove one row.");
            }
        }
    }

    /** Refuses a body that is the accused unit, stands below it or runs it (回避, INV-05). */
    static void requireUninvolved(String field, String body, String accused, Organisations organisations) {
        organisations.require(field, body);
        if (organisations.relation(body, accused).requiresRecusal()) {
            throw Refusal.of(
                    field,
                    "group-recusal",
                    "INV-05",
                    "“" + organisations.get(body).name() + "”与被问责单位“"
                            + organisations.get(accused).name() + "”为同一单位或有隶属、举办关系，须回避，请改选其他单位的人员。",
                    "A member from the accused unit, from below it or from its operator must stand aside.");
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "《教育督导问责办法》第十三条；人数为设计参数", chinese, english);
    }
}
