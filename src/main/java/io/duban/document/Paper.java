package io.duban.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the register (发文登记): a paper as it was issued.
 *
 * @param number the 发文字号, or the 年第（n）号 of a form
 * @param addressee 主送: the code of a unit, or a name
 * @param sha256 of the DOCX as it is stored
 * @param templateVersion 0 for the template that is shipped
 * @param voidReason why it is void, if it is; number and paper stay
 */
public record Paper(
        String id,
        PaperKind kind,
        String caseId,
        String number,
        String issuerUnit,
        String addressee,
        LocalDate issuedOn,
        String sha256,
        int templateVersion,
        @Nullable LocalDate voidedOn,
        @Nullable String voidReason) {}
