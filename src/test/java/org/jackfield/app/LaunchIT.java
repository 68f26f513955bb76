package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The process: its ready line, its exit codes, and what survives a hard kill. */
class LaunchIT {

    private static final String ONE = "AC" + "1".repeat(32);
    private static final String TWO = "AC" + "2".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path data = Path.of("");

    @Test
    void refusesUnknownOptionAndPrintsHelp() {
        try (Product wrong = Product.start(data, Map.of(), "--no-such-option");
                Product help = Product.start(data, Map.of(), "--help")) {
            assertThat(wrong.exitCode()).isEqualTo(64);
            assertThat(wrong.log()).contains("--no-such-option");
            assertThat(help.exitCode()).isZero();
            assertThat(help.firstLine()).startsWith("Usage:");
        }
    }

    @Test
    void exitsWith78NamingTheSettingItsValueAndWhatIsAllowed() {
        try (Product port = Product.start(data, Map.of("JACKFIELD_HTTP_PORT", "65536"));
                Product sid = Product.start(data.resolve("b"), Map.of("JACKFIELD_ACCOUNT_SID", "admin"))) {
            assertThat(port.exitCode()).isEqualTo(78);
            assertThat(port.log()).contains("JACKFIELD_HTTP_PORT", "65536", "0 to 65535");
            assertThat(sid.exitCode()).isEqualTo(78);
            assertThat(sid.log()).contains("JACKFIELD_ACCOUNT_SID", "admin", "AC and 32 hex digits");
        }
    }

    @Test
    void refusesTakenFolderAndTakenPortAndStopsWithZero() throws IOException {
        try (Product first = Product.start(data, Map.of());
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            first.ready();
            try (Product folder = Product.start(data, Map.of())) {
                assertThat(folder.exitCode()).isEqualTo(69);
                assertThat(folder.log()).contains(data.toString(), "process " + first.pid());
            }
            String taken = String.valueOf(socket.getLocalPort());
            try (Product port = Product.start(data.resolve("other"), Map.of("JACKFIELD_HTTP_PORT", taken))) {
                assertThat(port.exitCode()).isEqualTo(69);
                assertThat(port.log()).contains("JACKFIELD_HTTP_PORT", taken,
                        String.valueOf(ProcessHandle.current().pid()));
            }
            String sip = String.valueOf(first.ready().sipPort());
            try (Product port = Product.start(data.resolve("third"), Map.of("JACKFIELD_SIP_PORT", sip))) {
                assertThat(port.exitCode()).isEqualTo(69);
                assertThat(port.log()).contains("JACKFIELD_SIP_PORT", sip, "process " + first.pid());
            }
            first.terminate();
            assertThat(first.exitCode()).isZero();
        }
    }

    @Test
    void keepsEverythingAcknowledgedThroughAHardKillAndTenantsApart() {
        String number;
        try (Product first = Product.start(data, account(ONE))) {
            Client one = new Client(first.ready().url(), ONE, TOKEN);
            number = one.post(one.account("/IncomingPhoneNumbers.json"), "AreaCode", "415").expect(201).field("sid");
            first.kill();
        }
        try (Product second = Product.start(data, account(TWO))) {
            Client one = new Client(second.ready().url(), ONE, TOKEN);
            Client two = one.as(TWO, TOKEN);

            assertThat(one.get(one.account("/IncomingPhoneNumbers/" + number + ".json"))
                    .expect(200)
                    .field("phone_number")).isEqualTo("+14155550100");
            two.get(two.account("/IncomingPhoneNumbers/" + number + ".json")).expect(404);
            two.get(one.account("/IncomingPhoneNumbers/" + number + ".json")).expect(404);
            two.post(two.account("/IncomingPhoneNumbers/" + number + ".json"), "FriendlyName", "x").expect(404);
            two.delete(two.account("/IncomingPhoneNumbers/" + number + ".json")).expect(404);
            two.post(two.account("/IncomingPhoneNumbers.json"), "PhoneNumber", "+14155550100").expect(409);
            second.terminate();
            assertThat(second.exitCode()).isZero();
            assertThat(second.log()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(line -> JsonMapper.shared().readTree(line).path("message").asString()))
                    .anyMatch(message -> message.startsWith("stopping"));
        }
    }

    @Test
    void generatesCredentialsAndRefusesWrongPasswordOfTheDatabase() throws IOException {
        try (Product first = Product.start(data, Map.of())) {
            Properties credentials = new Properties();
            String url = first.ready().url();
            credentials.load(Files.newBufferedReader(data.resolve("credentials")));
            String sid = credentials.getProperty("JACKFIELD_ACCOUNT_SID");
            Client client = new Client(url, sid, credentials.getProperty("JACKFIELD_AUTH_TOKEN"));
            client.get(client.account(".json")).expect(200);
            String database = "jdbc:postgresql://127.0.0.1:" + databasePort() + "/postgres";

            try (Product wrong = Product.start(data.resolve("other"), Map.of("JACKFIELD_DATABASE_URL", database,
                    "JACKFIELD_DATABASE_USER", "postgres", "JACKFIELD_DATABASE_PASSWORD", "guessed-wrong"))) {
                assertThat(wrong.exitCode()).isEqualTo(78);
                assertThat(wrong.log()).contains("JACKFIELD_DATABASE_PASSWORD").doesNotContain("guessed-wrong");
            }
        }
    }

    private String databasePort() throws IOException {
        try (var files = Files.walk(data.resolve("postgres"))) {
            Path pid = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
            return Files.readAllLines(pid).get(3);
        }
    }

    private static Map<String, String> account(String sid) {
        return Map.of("JACKFIELD_LOG_FORMAT", "json", "JACKFIELD_ACCOUNT_SID", sid, "JACKFIELD_AUTH_TOKEN", TOKEN);
    }
}
