package io.duban.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class OrderRulesTest {

    private final Organisations organisations = mock(Organisations.class);
    private final OrderRules rules = new OrderRules(organisations);
    private final SupervisionOrder order = mock(SupervisionOrder.class);
    private final OrderDraft draft = mock(OrderDraft.class);

    @Test
    void aDraftKeepsItsDistrictBecauseTheEngineKeepsTheCaseThere() {
        when(order.districtUnit()).thenReturn("310104");
        address("310101");

        assertThatThrownBy(() -> rules.requireSameDistrict(order, draft))
                .asInstanceOf(InstanceOfAssertFactories.throwable(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("addresseeUnit");
                    assertThat(refusal.rule()).isEqualTo("district-fixed");
                });
    }

    @Test
    void anotherAddresseeOfTheSameDistrictIsFine() {
        when(order.districtUnit()).thenReturn("310104");
        address("310104");

        assertThatCode(() -> rules.requireSameDistrict(order, draft)).doesNotThrowAnyException();
    }

    private void address(String district) {
        var unit = mock(Unit.class);
        when(unit.code()).thenReturn(district);
        when(draft.addresseeUnit()).thenReturn("unit");
        when(organisations.districtOf("unit")).thenReturn(unit);
    }
}
