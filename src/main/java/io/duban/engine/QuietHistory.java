package io.duban.engine;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;

/** Keeps the words of exceptions out of the engine's job log. */
final class QuietHistory extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable failure) {
        return super.createHistoricJobLogFailedEvt(job, Quieted.of(failure));
    }
}
