package io.duban.lead;

import io.duban.reporter.ThreadEntry;
import java.util.List;

/** 查询结果: what a reporter sees with their receipt: how far the lead is, in words for the public, and the thread. */
record FollowUp(String progress, List<ThreadEntry> thread) {

    @Override
    public String toString() {
        return "FollowUp[…]";
    }
}
