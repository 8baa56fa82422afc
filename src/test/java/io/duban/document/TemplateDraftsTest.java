package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import io.duban.organisation.People;
import java.time.Clock;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 待启用模板 between two administrators: what one has just uploaded, the other neither takes into force nor throws away. */
class TemplateDraftsTest {

    private static final PaperKind KIND = PaperKind.EXTENSION_REPLY;

    private DocumentRoom room;
    private TemplateDrafts drafts;

    @BeforeEach
    void open() {
        room = DocumentRoom.open();
        drafts = room.get(TemplateDrafts.class);
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        "admin", null, AuthorityUtils.createAuthorityList("ROLE_ADMIN")));
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        room.close();
    }

    @Test
    void anUploadThatComesBetweenLookingAndTakingStays() {
        drafts.put(KIND.name(), one(), "one.docx");
        TemplateDrafts slow = interruptedBy(() -> drafts.put(KIND.name(), another(), "another.docx"));

        refused(() -> inOne(() -> slow.enable(KIND.name(), Papers.sha256(one()), true)));

        assertThat(waiting()).contains("another.docx");
        assertThat(room.get(PaperTemplateRepository.class).of(KIND)).isEmpty();
    }

    @Test
    void onlyTheUploadOneHasSeenIsThrownAway() {
        drafts.put(KIND.name(), one(), "one.docx");
        drafts.put(KIND.name(), another(), "another.docx");

        refused(() -> drafts.drop(KIND.name(), Papers.sha256(one())));
        assertThat(waiting()).contains("another.docx");

        drafts.drop(KIND.name(), Papers.sha256(another()));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void anUploadThatComesBetweenLookingAndThrowingAwayStays() {
        drafts.put(KIND.name(), one(), "one.docx");
        TemplateDrafts slow = interruptedBy(() -> drafts.put(KIND.name(), another(), "another.docx"));

        refused(() -> inOne(() -> slow.drop(KIND.name(), Papers.sha256(one()))));

        assertThat(waiting()).contains("another.docx");
    }

    @Test
    void whatIsGoneCannotBeThrownAwayAgain() {
        assertThatThrownBy(() -> drafts.drop(KIND.name(), Papers.sha256(one())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("没有待启用的模板");
    }

    private static void refused(ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.rule()).isEqualTo("template-version");
            assertThat(refusal.getMessage()).contains("他人刚刚上传了同一文种的模板");
        });
    }

    private Optional<String> waiting() {
        return drafts.of(KIND.name()).map(PaperTemplates.Draft::fileName);
    }

    /** The same desk, at which somebody else comes in between, once what waits has been read. */
    private TemplateDrafts interruptedBy(Runnable meanwhile) {
        TransactionTemplate other = new TransactionTemplate(room.get(PlatformTransactionManager.class));
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var repository = new PaperTemplateRepository(room.get(JdbcClient.class)) {
            @Override
            Optional<PaperTemplates.Draft> draft(PaperKind kind) {
                Optional<PaperTemplates.Draft> read = super.draft(kind);
                other.executeWithoutResult(status -> meanwhile.run());
                return read;
            }
        };
        return new TemplateDrafts(
                room.get(TemplateDesk.class),
                repository,
                room.get(TemplateCheck.class),
                room.get(People.class),
                room.get(Clock.class));
    }

    private void inOne(Runnable what) {
        room.transaction().executeWithoutResult(status -> what.run());
    }

    private static byte[] one() {
        return TemplateFiles.shipped(KIND);
    }

    private static byte[] another() {
        return Docx.of(one()).replacing("word/document.xml", "此复。", "特此批复。").bytes();
    }
}
