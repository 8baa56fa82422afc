package io.duban.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;

/** With every place taken, who sends files is asked to wait, and who sends none is not. */
class UploadPlacesTest {

    private final UploadPlaces none = new UploadPlaces(0);
    private final UploadPlaces one = new UploadPlaces(1);

    @Test
    void aReportWithoutFilesNeverWaitsBehindFiles() throws Exception {
        assertThat(passed(none, report(null))).isTrue();
        assertThat(passed(none, report(new byte[0])))
                .as("a field without a file")
                .isTrue();
    }

    @Test
    void aReportWithFilesTakesAPlaceAndGivesItBack() throws Exception {
        assertThat(passed(none, report(new byte[1]))).isFalse();
        assertThat(passed(one, report(new byte[1]))).isTrue();
        assertThat(passed(one, report(new byte[1]))).isTrue();
    }

    private static boolean passed(UploadPlaces places, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        places.doFilter(request, response, chain);
        if (chain.getRequest() == null) {
            assertThat(response.getStatus()).isEqualTo(303);
            assertThat(response.getHeader("Location")).isEqualTo(UploadGate.BUSY);
        }
        return chain.getRequest() != null;
    }

    private static MockHttpServletRequest report(byte @org.jspecify.annotations.Nullable [] file) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/report");
        request.setServletPath("/report");
        request.setContentType("multipart/form-data; boundary=x");
        request.addPart(new MockPart("text", "每周六补课".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        if (file != null) {
            request.addPart(new MockPart("files", file.length == 0 ? "" : "a.jpg", file));
        }
        return request;
    }
}
