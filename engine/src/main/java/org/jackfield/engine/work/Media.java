package org.jackfield.engine.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where media are kept. Every method joins the open unit of work. Thread-safe. */
public interface Media {

    /** False when the workspace has one of that unique name, in any case. */
    boolean insert(Medium medium);

    /** Writes its name and flag; false when there is none of that id. */
    boolean update(Medium medium);

    /** False when there is none, or items that are not finished have it. */
    boolean delete(AccountId account, String workspaceId, String mediumId);

    Optional<Medium> find(AccountId account, String workspaceId, String mediumId);

    /** By its unique name in any case or its id; nobody deletes it until the open unit of work ends. */
    Optional<Medium> use(AccountId account, String workspaceId, String uniqueNameOrId);

    /** Those of the unique names that the workspace has, in one read. */
    List<Medium> findAll(AccountId account, String workspaceId, Set<String> uniqueNames);

    List<Medium> list(AccountId account, String workspaceId, Paging paging);
}
