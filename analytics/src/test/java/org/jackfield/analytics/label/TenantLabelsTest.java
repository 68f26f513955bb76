package org.jackfield.analytics.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jackfield.analytics.label.match.Talk;
import org.junit.jupiter.api.Test;

class TenantLabelsTest {

    private final TenantLabels tenants = new TenantLabels();

    @Test
    void keepsTheLabelsOfTenantsApart() {
        tenants.put("AC1", Talk.define("{\"label\": \"vip\", \"when\": \"gold card\"}"));
        tenants.put("AC2", Talk.define("{\"label\": \"vip\", \"when\": \"platinum card\"}"));
        Talk talk = Talk.of("c: my gold card", "c: my platinum card");

        assertThat(talk.heardBy(tenants.of("AC1"))).containsExactly("0 vip");
        assertThat(talk.heardBy(tenants.of("AC2"))).containsExactly("1 vip");
        assertThat(talk.heardBy(tenants.of("AC3"))).isEmpty();
    }

    @Test
    void holdsForWhoeverAsksAfterAChange() {
        tenants.put("AC1", Talk.define("{\"label\": \"vip\", \"when\": \"gold card\"}"));
        var before = tenants.of("AC1");

        long version = tenants.put("AC1", Talk.define("{\"label\": \"vip\", \"when\": \"silver card\"}"));
        Talk talk = Talk.of("c: my gold card", "c: my silver card");

        assertThat(talk.heardBy(tenants.of("AC1"))).containsExactly("1 vip");
        assertThat(talk.heardBy(before)).containsExactly("0 vip");
        assertThat(tenants.of("AC1").version()).isEqualTo(version);
        assertThat(tenants.remove("AC1", List.of("vip"))).isGreaterThan(version);
        assertThat(talk.heardBy(tenants.of("AC1"))).isEmpty();
    }
}
