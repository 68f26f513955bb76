package org.jackfield.app.api;

import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.people.Role;
import org.jackfield.engine.people.User;
import org.jackfield.engine.people.User.WorkerOf;
import org.jackfield.engine.people.Users;
import org.jackfield.engine.people.Users.Change;
import org.jackfield.engine.people.Users.NewUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who may sign in to the console. */
@RestController
final class UserResource {

    private static final String USERS = Wire.NATIVE + "/users";
    private static final String ONE = USERS + "/{sid}";

    private final Users users;
    private final WorkDesk desk;

    UserResource(Users users, WorkDesk desk) {
        this.users = users;
        this.desk = desk;
    }

    @PostMapping(USERS)
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        Params params = ask.params();
        Role role = role(params.required("role"));
        return view(users.create(ask.account(),
                new NewUser(params.required("name"), params.required("password"), role, worker(ask))));
    }

    @GetMapping(USERS)
    View list(Ask ask) {
        String after = ask.params().text("after").orElse("");
        int size = ask.params().number("size", 1, Paging.MOST).orElse(Paging.MOST);
        return new View().put("users",
                users.list(ask.account(), new Paging(after, size)).stream().map(UserResource::view).toList());
    }

    @GetMapping(ONE)
    View read(Ask ask) {
        return view(users.find(ask.account(), ask.path("sid")));
    }

    @PostMapping(ONE)
    View update(Ask ask) {
        Change change = new Change(ask.params().text("password"), ask.params().text("role").map(UserResource::role),
                worker(ask));
        return view(users.change(ask.account(), ask.path("sid"), change));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        users.delete(ask.account(), ask.path("sid"));
    }

    @DeleteMapping(ONE + "/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Ask ask) {
        users.closeSessions(ask.account(), ask.path("sid"));
    }

    /** The worker that both parameters name; he must exist. */
    private Optional<WorkerOf> worker(Ask ask) {
        Optional<String> workspace = ask.params().text("workspace").filter(text -> !text.isEmpty());
        Optional<String> worker = ask.params().text("worker").filter(text -> !text.isEmpty());
        if (workspace.isPresent() != worker.isPresent()) {
            throw Params.invalid("worker", "needs the workspace, and the other way round");
        }
        worker.ifPresent(id -> desk.worker(ask, workspace.orElseThrow(), id));
        return worker.map(id -> new WorkerOf(workspace.orElseThrow(), id));
    }

    private static Role role(String word) {
        return Role.of(word)
                .orElseThrow(() -> new DomainException(ErrorCode.INVALID_PARAMETER,
                        "Parameter role is not agent, supervisor, manager, analyst or admin"));
    }

    private static View view(User user) {
        return new View().put("sid", user.id())
                .put("name", user.name())
                .put("role", user.role().word())
                .put("workspace", user.worker().map(WorkerOf::workspaceId))
                .put("worker", user.worker().map(WorkerOf::workerId))
                .put("created", Times.iso8601(user.created()))
                .put("updated", Times.iso8601(user.updated()));
    }
}
