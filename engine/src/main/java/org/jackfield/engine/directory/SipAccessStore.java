package org.jackfield.engine.directory;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.directory.SipAccess.Credential;
import org.jackfield.engine.directory.SipAccess.CredentialList;
import org.jackfield.engine.directory.SipAccess.Domain;
import org.jackfield.engine.directory.SipAccess.Mapping;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where SIP domains, users and their mappings are kept. Every method joins the open unit of work. Thread-safe. */
public interface SipAccessStore {

    /** Adds; false when the name is taken by any account, or a second default is asked for. */
    boolean insertDomain(Domain domain);

    /** Writes name and friendly name; false when the account has no such domain or the name is taken. */
    boolean updateDomain(Domain domain);

    /** Deletes the domain and its mappings. */
    boolean deleteDomain(AccountId account, String id);

    Optional<Domain> domain(AccountId account, String id);

    /** The domain of that host name (lower case), whoever owns it. */
    Optional<Domain> domainByName(String name);

    Optional<Domain> defaultDomain();

    List<Domain> domains(AccountId account, Paging paging);

    void insertList(CredentialList list);

    boolean updateList(CredentialList list);

    /** Deletes the list, its users and its mappings. */
    boolean deleteList(AccountId account, String id);

    Optional<CredentialList> list(AccountId account, String id);

    List<CredentialList> lists(AccountId account, Paging paging);

    /** Adds; false when the list has a user of that name. */
    boolean insertCredential(Credential credential);

    boolean updateCredential(Credential credential);

    boolean deleteCredential(AccountId account, String listId, String id);

    Optional<Credential> credential(AccountId account, String listId, String id);

    List<Credential> credentials(AccountId account, String listId, Paging paging);

    /** Adds; doing so again changes nothing and is false. */
    boolean map(Mapping mapping);

    boolean unmap(AccountId account, String domainId, String listId);

    Optional<Mapping> mapping(AccountId account, String domainId, String listId);

    /** Ordered by the id of the list, oldest first. */
    List<Mapping> mappings(AccountId account, String domainId, Paging paging);

    /** The first user of that name among the domain's mapped lists, by age of the list. */
    Optional<Credential> user(AccountId account, String domainId, String username);
}
