package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

class UnlockCommandTest {

    private final SignInLocks locks = mock();
    private final Accounts accounts = mock();
    private final ConfigurableApplicationContext application = mock();
    private final UnlockCommand command = new UnlockCommand(locks, accounts, application);

    @Test
    void theConsoleFreesAnAccountThatExists() {
        when(accounts.userExists("admin")).thenReturn(true);
        assertThat(command.freed(List.of("admin"))).isTrue();
        verify(locks).free("admin");
        assertThat(command.freed(List.of("no-such-account"))).isFalse();
        assertThat(command.freed(List.of())).isFalse();
    }

    @Test
    void whileTheApplicationRunsOnTheEmbeddedDatabaseTheCommandSaysToStopItFirst() {
        DatabaseInUseAnalyzer analyzer = new DatabaseInUseAnalyzer();
        var inUse = new IllegalStateException(
                "pool", new SQLException("no connection", new SQLException("may be already in use", "90020", 90020)));
        FailureAnalysis said = analyzer.analyze(inUse);
        assertThat(said.getDescription()).contains("正被另一个运行中的督办程序使用", "in use by another Duban");
        assertThat(said.getAction()).contains("先停止它", "--duban.admin.unlock", "Stop it first");
        assertThat(analyzer.analyze(new IllegalStateException(new SQLException("another", "08001", 1))))
                .isNull();
        assertThat(SpringFactoriesLoader.loadFactoryNames(FailureAnalyzer.class, null))
                .contains(DatabaseInUseAnalyzer.class.getName());
    }

    @Test
    void aStartWithoutTheOptionFreesNobody() {
        command.run(new DefaultApplicationArguments("--server.port=0"));
        verify(locks, never()).free(any());
        verify(application, never()).close();
    }
}
