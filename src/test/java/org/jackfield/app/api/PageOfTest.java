package org.jackfield.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.id.Paging;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PageOfTest {

    private static final PageOf.Shape<String> SHAPE = new PageOf.Shape<>("things", text -> text,
            text -> new View().put("sid", text));
    private static final Wire WIRE = new Wire(() -> "https://cc.example.org");

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET",
            "/api/2010-04-01/Accounts/AC1/Things.json");

    @Test
    void namesNextPageByLastIdWithBarePathsAndTheFilter() {
        request.setParameter("PageSize", "2");
        request.setParameter("Name", "a b&c");

        var page = new PageOf(request).sdk(SHAPE, List.of("a", "b", "c")).fields();

        assertThat(page.get("next_page_uri")).isEqualTo(
                "/2010-04-01/Accounts/AC1/Things.json?PageSize=2&Page=1&PageToken=PAb&Name=a+b%26c");
        assertThat(page.get("things")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2);
        assertThat(page).containsEntry("previous_page_uri", null).containsEntry("start", 0).containsEntry("end", 1);
    }

    @Test
    void endsTheListWithANullAddress() {
        request.setParameter("PageToken", "PAb");
        request.setParameter("Page", "1");

        var page = new PageOf(request).sdk(SHAPE, List.of("c")).fields();

        assertThat(page).containsEntry("next_page_uri", null).containsEntry("page", 1).containsEntry("page_size", 50);
        assertThat(page.get("previous_page_uri"))
                .isEqualTo("/2010-04-01/Accounts/AC1/Things.json?PageSize=50&Page=0&PageToken=PBc");
    }

    @Test
    void readsBackwardsAndNamesBothNeighbours() {
        request.setParameter("PageSize", "2");
        request.setParameter("PageToken", "PBe");
        request.setParameter("Page", "2");
        PageOf page = new PageOf(request);

        var view = page.sdk(SHAPE, List.of("b", "c", "d")).fields();

        assertThat(page.paging()).isEqualTo(new Paging("e", 3, true));
        assertThat(view.get("things")).asInstanceOf(InstanceOfAssertFactories.list(View.class))
                .extracting(entry -> entry.fields().get("sid"))
                .containsExactly("c", "d");
        assertThat(String.valueOf(view.get("next_page_uri"))).endsWith("Page=3&PageToken=PAd");
        assertThat(String.valueOf(view.get("previous_page_uri"))).endsWith("Page=1&PageToken=PBc");
        assertThat(page.sdk(SHAPE, List.of("c", "d")).fields().get("previous_page_uri")).isNull();
    }

    @Test
    void sendsAllMetaFieldsWithAbsoluteAddresses() {
        request.setRequestURI("/taskrouter/v1/Workspaces");
        request.setParameter("PageSize", "1");

        var page = new PageOf(request).meta(SHAPE, List.of("a", "b"), WIRE).fields();

        assertThat(page.get("meta")).isInstanceOfSatisfying(View.class, meta -> assertThat(meta.fields())
                .containsOnlyKeys("page", "page_size", "first_page_url", "previous_page_url", "url", "next_page_url",
                        "key")
                .containsEntry("key", "things")
                .containsEntry("previous_page_url", null)
                .containsEntry("next_page_url",
                        "https://cc.example.org/taskrouter/v1/Workspaces?PageSize=1&Page=1&PageToken=PAa"));
    }

    @Test
    void hidesEntriesWithoutEndingTheListEarly() {
        request.setParameter("PageSize", "2");

        var page = new PageOf(request).meta(SHAPE.only(text -> text.equals("z")), List.of("a", "b", "c"), WIRE);

        assertThat(page.fields().get("things")).isEqualTo(List.of());
        assertThat(page.fields().get("meta")).isInstanceOfSatisfying(View.class,
                meta -> assertThat(meta.fields().get("next_page_url")).isNotNull());
    }

    @Test
    void boundsPageSizeAndRefusesForgedTokens() {
        request.setParameter("PageSize", "5000");
        assertThat(new PageOf(request).size()).isEqualTo(1_000);
        List<String> full = IntStream.range(0, 1_000).mapToObj(i -> "e" + i).toList();
        assertThat(new PageOf(request).sdk(SHAPE, full).fields().get("next_page_uri")).isNotNull();

        request.setParameter("PageSize", "0");
        assertThatThrownBy(() -> new PageOf(request)).isInstanceOf(DomainException.class);
        request.setParameter("PageSize", "1");
        request.setParameter("PageToken", "' OR 1=1 --");
        assertThatThrownBy(() -> new PageOf(request)).isInstanceOf(DomainException.class);
    }
}
