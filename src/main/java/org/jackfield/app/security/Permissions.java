package org.jackfield.app.security;

import static org.jackfield.engine.people.Role.AGENT;
import static org.jackfield.engine.people.Role.ANALYST;
import static org.jackfield.engine.people.Role.MANAGER;
import static org.jackfield.engine.people.Role.SUPERVISOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.engine.people.Role;
import org.jackfield.engine.people.User;
import org.jackfield.engine.people.User.WorkerOf;

/**
 * What each role may do, as one table: the first row that fits the request decides. What no row names is for admins, so a
 * new operation is closed until somebody opens it.
 */
final class Permissions {

    private record Row(String methods, Pattern path, Set<Role> roles) {}

    private static final String ACCOUNT = "/api/2010-04-01/Accounts/[^/]+";
    private static final String WORK = "/taskrouter/v1/Workspaces";
    private static final String OWN = "/jackfield/v1";
    private static final String TABLES = OWN + "/workspaces/[^/]+";

    private static final List<Row> TABLE = List.of(
            row("GET DELETE", OWN + "/session", AGENT, SUPERVISOR, MANAGER, ANALYST),
            row("GET", OWN + "/(event-types|errors/[^/]+|openapi.json|queues)", AGENT, SUPERVISOR, MANAGER, ANALYST),
            row("GET", OWN + "/events", AGENT, SUPERVISOR, MANAGER, ANALYST),
            row("GET", WORK + "/[^/]+/([^/]+/)*[A-Za-z]*Statistics", SUPERVISOR, MANAGER, ANALYST),
            row("POST", WORK + "/[^/]+/TaskQueues/RealTimeStatistics", SUPERVISOR, MANAGER, ANALYST),
            row("GET", WORK + "(/[^/]+)?", AGENT, SUPERVISOR, MANAGER, ANALYST),
            row("GET", WORK + "/[^/]+/(Activities|Workers|TaskQueues)(/[^/]+)?", AGENT, SUPERVISOR, MANAGER, ANALYST),
            row("POST", WORK + "/[^/]+/Workers/[^/]+", AGENT, SUPERVISOR, MANAGER),
            row("POST", WORK + "/[^/]+/(Tasks/[^/]+|Workers/[^/]+/Channels/[^/]+)", SUPERVISOR, MANAGER),
            row("GET", WORK + "/.*", SUPERVISOR, MANAGER, ANALYST),
            row("GET", ACCOUNT + "/(Calls/[^/]+/)?Recordings.*", SUPERVISOR, MANAGER),
            row("DELETE", ACCOUNT + "/(Calls/[^/]+/)?Recordings/.*", MANAGER),
            row("GET", ACCOUNT + "/(Calls|IncomingPhoneNumbers|AvailablePhoneNumbers).*", SUPERVISOR, MANAGER,
                    ANALYST),
            row("POST", ACCOUNT + "/Calls/[^/]+", SUPERVISOR, MANAGER),
            row("POST", ACCOUNT + "/Calls\\.json", ANALYST),
            row("POST", ACCOUNT + "/IncomingPhoneNumbers.*", ANALYST),
            row("GET", OWN + "/(flows|calls|statistics|work-items).*", SUPERVISOR, MANAGER, ANALYST),
            row("GET", OWN + "/presence(/[^/]+)?", AGENT, SUPERVISOR, MANAGER),
            row("GET", TABLES + "/routing-policies(/[^/]+/decision-table)?", SUPERVISOR, MANAGER, ANALYST),
            row("PUT", TABLES + "/routing-policies/[^/]+/decision-table", ANALYST),
            row("POST", TABLES + "/decision-tables(/preview)?", ANALYST),
            row("GET", OWN + "/(conversations|labels|conversation-settings).*", SUPERVISOR, MANAGER),
            row("POST", OWN + "/conversations/[^/]+/reviews", SUPERVISOR, MANAGER),
            row("POST PUT DELETE", OWN + "/labels.*", MANAGER),
            row("DELETE", OWN + "/(conversations/[^/]+|calls/[^/]+/conversations)", MANAGER),
            row("POST DELETE", WORK + "/[^/]+/Workflows(/[^/]+)?", ANALYST),
            row("POST DELETE", OWN + "/flows.*", ANALYST));

    /** Escapes and path parameters would let one path look like another. */
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_.:@-]+)+");
    private static final Pattern OWN_WORKER = Pattern.compile(WORK + "/([^/]+)/Workers/([^/]+)");
    private static final Set<String> OWN_CHANGES = Set.of("ActivitySid");
    private static final Pattern AGENTS_EVENTS = Pattern.compile("(worker|work-item|reservation)\\..*");

    private Permissions() {}

    /** Whether the person may send the request. */
    static boolean allow(User user, HttpServletRequest request) {
        String path = request.getRequestURI();
        if (user.role() == Role.ADMIN) {
            return true;
        }
        boolean isOpen = PLAIN.matcher(path).matches() && TABLE.stream()
                .filter(row -> List.of(row.methods().split(" ")).contains(request.getMethod()))
                .filter(row -> row.path().matcher(path).matches())
                .findFirst()
                .map(row -> row.roles().contains(user.role()))
                .orElse(false);
        return isOpen && (user.role() != AGENT || allowAgent(user, request, path));
    }

    /** An agent changes his own activity only, and hears only of work, not of everybody's calls. */
    private static boolean allowAgent(User user, HttpServletRequest request, String path) {
        if (request.getMethod().equals("POST")) {
            Matcher worker = OWN_WORKER.matcher(path);
            return worker.matches() && OWN_CHANGES.containsAll(request.getParameterMap().keySet())
                    && user.worker().equals(Optional.of(new WorkerOf(worker.group(1), worker.group(2))));
        }
        String[] types = request.getParameterValues("type");
        return !path.equals(OWN + "/events") || (types != null
                && Arrays.stream(types).allMatch(type -> AGENTS_EVENTS.matcher(type).matches()));
    }

    private static Row row(String methods, String path, Role first, Role... others) {
        return new Row(methods, Pattern.compile(path), EnumSet.of(first, others));
    }
}
