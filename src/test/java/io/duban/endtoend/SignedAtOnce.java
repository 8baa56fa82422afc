package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Twenty orders of one office that are signed in the same moment; each signature is taken, or told in words to try again. */
record SignedAtOnce(Duban duban) {

    static final int ORDERS = 20;

    /** The numbers they have, once those who were told to try again have done so. */
    List<String> numbers() {
        List<KeyOrder> orders = IntStream.range(0, ORDERS)
                .mapToObj(each -> KeyOrder.drafted(duban).submitted())
                .toList();
        List<String> tasks = orders.stream()
                .map(each -> each.lead.task(each.id, "userTask_issueOrder"))
                .toList();
        List<Answer> answers = signed(tasks);
        assertThat(answers).allSatisfy(SignedAtOnce::isTakenOrSaysWhatToDo);
        for (int i = 0; i < ORDERS; i++) {
            if (!answers.get(i).succeeded()) {
                orders.get(i).lead.submit(tasks.get(i), Papers.signed()).is(204);
            }
        }
        return orders.stream().map(KeyOrder::number).toList();
    }

    private static void isTakenOrSaysWhatToDo(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(204, 409, 503);
        if (!answer.succeeded()) {
            assertThat(answer.text("detail")).as(answer.toString()).containsAnyOf("未作任何更改，请稍后重试", "请刷新后查看");
        }
    }

    private List<Answer> signed(List<String> tasks) {
        Person lead = duban.as("supervision-lead." + Papers.PROVINCE);
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        ExecutorService people = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<Answer>> running = tasks.stream()
                    .map(task -> people.submit(() -> {
                        await(start);
                        return lead.submit(task, Papers.signed());
                    }))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            people.shutdown();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
