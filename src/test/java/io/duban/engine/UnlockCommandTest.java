package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;

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
    void aStartWithoutTheOptionFreesNobody() {
        command.run(new DefaultApplicationArguments("--server.port=0"));
        verify(locks, never()).free(any());
        verify(application, never()).close();
    }
}
