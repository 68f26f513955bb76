package org.jackfield.app.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jackfield.app.Client;
import org.jackfield.app.Product;
import org.jackfield.sdk.JackfieldHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application does with the official Java SDK. */
class JavaSdkIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final URI FLOW = URI.create("flow:take-message");

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static TwilioRestClient main;
    private static TwilioRestClient client;
    private static Client plain;

    @BeforeAll
    static void start() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        main = sdk(SID, TOKEN, SID);
        Account account = Account.creator().setFriendlyName("Java story").create(main);
        NewKey key = NewKey.creator()
                .setFriendlyName("story")
                .create(
                        sdk(account.getSid(), account.getAuthToken(), account.getSid()));
        client = sdk(key.getSid(), key.getSecret(), account.getSid());
        plain = new Client(product.ready().url(), account.getSid(), account.getAuthToken());
        plain.postXml("/jackfield/v1/flows", TakeMessage.model()).expect(201);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void takesNumbersPlacesOnNetCallAndDeletesItsRecording() {
        List<Local> free = new ArrayList<>();
        Local.reader("US").setAreaCode(602).limit(2).read(client).forEach(free::add);
        IncomingPhoneNumber callee = number(free.get(0).getPhoneNumber());
        IncomingPhoneNumber caller = number(free.get(1).getPhoneNumber());
        assertThat(IncomingPhoneNumber.updater(callee.getSid()).setVoiceUrl(FLOW).update(client).getVoiceUrl())
                .isEqualTo(FLOW);

        Call made = Call.creator(callee.getPhoneNumber(), caller.getPhoneNumber(), FLOW)
                .setStatusCallbackEvent(List.of("initiated", "completed"))
                .create(client);
        Call ended = await().atMost(PATIENCE)
                .until(() -> Call.fetcher(made.getSid()).fetch(client),
                        call -> call.getStatus() == Call.Status.COMPLETED);
        List<Recording> recordings = await().atMost(PATIENCE)
                .until(JavaSdkIT::recordings,
                        found -> found.size() == 2
                                && found.stream().allMatch(one -> one.getStatus() == Recording.Status.COMPLETED));

        assertThat(ended.getDirection()).isEqualTo("outbound-api");
        assertThat(ended.getStartTime()).isNotNull().isBefore(ended.getEndTime());
        assertThat(Call.reader().setTo(new PhoneNumber(callee.getPhoneNumber().toString())).read(client)).hasSize(2);
        assertThat(sound(recordings.getFirst())).startsWith("RIFF");
        assertThat(Recording.deleter(recordings.getFirst().getSid()).delete(client)).isTrue();
        assertThat(recordings()).hasSize(1);
        refused(404, 20404, () -> Recording.fetcher(recordings.getFirst().getSid()).fetch(client));
        refused(409, 21422, () -> number(callee.getPhoneNumber()));
        assertThat(Call.deleter(made.getSid()).delete(client)).isTrue();
    }

    @Test
    void readsPagesOfBothStylesForthAndBack() {
        List<String> worlds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            worlds.add(Workspace.creator("world " + i).create(client).getSid());
            NewKey.creator().setFriendlyName("key " + i).create(client);
        }

        List<String> workspaces = new ArrayList<>();
        Workspace.reader().pageSize(2).read(client).forEach(workspace -> workspaces.add(workspace.getSid()));
        List<String> keys = new ArrayList<>();
        Key.reader().pageSize(2).read(client).forEach(key -> keys.add(key.getSid()));
        Page<Workspace> first = Workspace.reader().pageSize(2).firstPage(client);
        Page<Workspace> second = Workspace.reader().nextPage(first, client);
        Page<Key> firstKeys = Key.reader().pageSize(2).firstPage(client);
        Page<Key> secondKeys = Key.reader().nextPage(firstKeys, client);

        assertThat(workspaces).isEqualTo(worlds);
        assertThat(keys).hasSize(6).doesNotHaveDuplicates();
        assertThat(Workspace.reader().previousPage(second, client).getRecords()).isEqualTo(first.getRecords());
        assertThat(Key.reader().previousPage(secondKeys, client).getRecords()).isEqualTo(firstKeys.getRecords());
    }

    @Test
    void seesDocumentedErrorsWithoutAForeignHost() {
        ApiException parameter = refused(400, 20001,
                () -> Call.creator(new PhoneNumber("x"), new PhoneNumber("y"), URI.create("http://127.0.0.1/"))
                        .create(client));
        refused(401, 20003, () -> Call.reader().read(sdk(plain.sid(), "wrong", plain.sid())));
        refused(404, 20404, () -> Call.fetcher("CA" + "0".repeat(32)).fetch(client));

        assertThat(parameter.getMoreInfo()).startsWith(product.ready().url());
        assertThatThrownBy(() -> new JackfieldHttpClient("http://127.0.0.1:1").makeRequest(
                new com.twilio.http.Request(com.twilio.http.HttpMethod.GET, "https://example.com/2010-04-01/Accounts")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seesThatTheAccountIsSuspended() {
        Account account = Account.creator().setFriendlyName("Late").create(main);
        TwilioRestClient late = sdk(account.getSid(), account.getAuthToken(), account.getSid());

        Account suspended = Account.updater(account.getSid()).setStatus(Account.Status.SUSPENDED).update(main);

        assertThat(suspended.getStatus()).isEqualTo(Account.Status.SUSPENDED);
        refused(403, 20005, () -> Call.reader().read(late));
    }

    private static TwilioRestClient sdk(String user, String secret, String account) {
        return new TwilioRestClient.Builder(user, secret).accountSid(account)
                .httpClient(new JackfieldHttpClient(product.ready().url()))
                .build();
    }

    private static IncomingPhoneNumber number(PhoneNumber wanted) {
        return IncomingPhoneNumber.creator(wanted).create(client);
    }

    private static List<Recording> recordings() {
        List<Recording> found = new ArrayList<>();
        Recording.reader().read(client).forEach(found::add);
        return found;
    }

    private static String sound(Recording recording) {
        String text = plain.get(recording.getMediaUrl().toString()).expect(200).text();
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static ApiException refused(int status, int code, Runnable attempt) {
        ApiException[] seen = new ApiException[1];
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.getStatusCode()).isEqualTo(status);
            assertThat(refusal.getCode()).isEqualTo(code);
            seen[0] = refusal;
        });
        return seen[0];
    }
}
