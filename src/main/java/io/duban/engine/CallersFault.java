package io.duban.engine;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The engine's REST interface answers 500 to much that the caller asked wrongly: an id that does not exist, a sorting by a
 * type there is not, an empty body. Whoever only asked and got no answer, with the database at work, asked wrongly.
 */
final class CallersFault {

    /** Statements the database understood as wrong or holding wrong data; all other states say that it is in trouble. */
    private static final Set<String> ASKED_WRONGLY = Set.of("07", "21", "22", "42");

    private static final int DEEPEST = 20;

    private CallersFault() {}

    /**
     * The status the caller deserves, in place of the engine's.
     *
     * @param reading whether nothing was to be changed
     */
    static Optional<HttpStatus> in(@Nullable Throwable failure, boolean reading) {
        if (failure instanceof AuthorizationException) {
            return Optional.of(HttpStatus.FORBIDDEN);
        }
        if (failure instanceof OptimisticLockingException) {
            return Optional.of(HttpStatus.CONFLICT);
        }
        if (failure instanceof NullValueException || failure instanceof NotFoundException) {
            return Optional.of(HttpStatus.NOT_FOUND);
        }
        if (failure instanceof BadUserRequestException || failure instanceof NotValidException) {
            return Optional.of(HttpStatus.BAD_REQUEST);
        }
        return reading && !isOurs(failure) ? Optional.of(HttpStatus.BAD_REQUEST) : Optional.empty();
    }

    /** Whether the machine or the database is in trouble. */
    private static boolean isOurs(@Nullable Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof Error
                    || each instanceof CannotCreateTransactionException
                    || each instanceof DataAccessResourceFailureException
                    || (each instanceof SQLException sql && !isAskedWrongly(sql))) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    private static boolean isAskedWrongly(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.length() == 5 && ASKED_WRONGLY.contains(state.substring(0, 2));
    }
}
