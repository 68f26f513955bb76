package org.jackfield.engine.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jackfield.engine.directory.SipAccess.Credential;
import org.jackfield.engine.directory.SipAccess.CredentialList;
import org.jackfield.engine.directory.SipAccess.Domain;
import org.jackfield.engine.directory.SipAccess.Mapping;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** SIP domains, users and mappings in memory. */
public final class MemorySipAccess implements SipAccessStore {

    private final Map<String, Domain> domains = new ConcurrentSkipListMap<>();
    private final Map<String, CredentialList> lists = new ConcurrentSkipListMap<>();
    private final Map<String, Credential> credentials = new ConcurrentSkipListMap<>();
    private final Map<String, Mapping> mappings = new ConcurrentSkipListMap<>();

    @Override
    public synchronized boolean insertDomain(Domain domain) {
        if (domainByName(domain.name()).isPresent() || (domain.isDefault() && defaultDomain().isPresent())) {
            return false;
        }
        domains.put(domain.id(), domain);
        return true;
    }

    @Override
    public synchronized boolean updateDomain(Domain domain) {
        boolean taken = domainByName(domain.name()).filter(other -> !other.id().equals(domain.id())).isPresent();
        if (taken || domain(domain.account(), domain.id()).isEmpty()) {
            return false;
        }
        domains.put(domain.id(), domain);
        return true;
    }

    @Override
    public synchronized boolean deleteDomain(AccountId account, String id) {
        if (domain(account, id).isEmpty()) {
            return false;
        }
        mappings.values().removeIf(mapping -> mapping.domainId().equals(id));
        return domains.remove(id) != null;
    }

    @Override
    public Optional<Domain> domain(AccountId account, String id) {
        return Optional.ofNullable(domains.get(id)).filter(domain -> domain.account().equals(account));
    }

    @Override
    public Optional<Domain> domainByName(String name) {
        return domains.values().stream().filter(domain -> domain.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Domain> defaultDomain() {
        return domains.values().stream().filter(Domain::isDefault).findFirst();
    }

    @Override
    public List<Domain> domains(AccountId account, Paging paging) {
        return page(domains.values().stream().filter(domain -> domain.account().equals(account)), Domain::id, paging);
    }

    @Override
    public void insertList(CredentialList list) {
        lists.put(list.id(), list);
    }

    @Override
    public synchronized boolean updateList(CredentialList list) {
        if (list(list.account(), list.id()).isEmpty()) {
            return false;
        }
        lists.put(list.id(), list);
        return true;
    }

    @Override
    public synchronized boolean deleteList(AccountId account, String id) {
        if (list(account, id).isEmpty()) {
            return false;
        }
        mappings.values().removeIf(mapping -> mapping.listId().equals(id));
        credentials.values().removeIf(credential -> credential.listId().equals(id));
        return lists.remove(id) != null;
    }

    @Override
    public Optional<CredentialList> list(AccountId account, String id) {
        return Optional.ofNullable(lists.get(id)).filter(list -> list.account().equals(account));
    }

    @Override
    public List<CredentialList> lists(AccountId account, Paging paging) {
        return page(lists.values().stream().filter(list -> list.account().equals(account)), CredentialList::id,
                paging);
    }

    @Override
    public synchronized boolean insertCredential(Credential credential) {
        boolean taken = credentials.values()
                .stream()
                .anyMatch(other -> other.listId().equals(credential.listId())
                        && other.username().equals(credential.username()));
        if (!taken) {
            credentials.put(credential.id(), credential);
        }
        return !taken;
    }

    @Override
    public synchronized boolean updateCredential(Credential credential) {
        if (credential(credential.account(), credential.listId(), credential.id()).isEmpty()) {
            return false;
        }
        credentials.put(credential.id(), credential);
        return true;
    }

    @Override
    public synchronized boolean deleteCredential(AccountId account, String listId, String id) {
        return credential(account, listId, id).isPresent() && credentials.remove(id) != null;
    }

    @Override
    public Optional<Credential> credential(AccountId account, String listId, String id) {
        return Optional.ofNullable(credentials.get(id))
                .filter(known -> known.account().equals(account))
                .filter(known -> known.listId().equals(listId));
    }

    @Override
    public List<Credential> credentials(AccountId account, String listId, Paging paging) {
        return page(credentials.values()
                .stream()
                .filter(known -> known.account().equals(account))
                .filter(known -> known.listId().equals(listId)), Credential::id, paging);
    }

    @Override
    public boolean map(Mapping mapping) {
        return mappings.putIfAbsent(key(mapping.domainId(), mapping.listId()), mapping) == null;
    }

    @Override
    public synchronized boolean unmap(AccountId account, String domainId, String listId) {
        return mapping(account, domainId, listId).isPresent() && mappings.remove(key(domainId, listId)) != null;
    }

    @Override
    public Optional<Mapping> mapping(AccountId account, String domainId, String listId) {
        return Optional.ofNullable(mappings.get(key(domainId, listId)))
                .filter(mapping -> mapping.account().equals(account));
    }

    @Override
    public List<Mapping> mappings(AccountId account, String domainId, Paging paging) {
        return page(mappings.values()
                .stream()
                .filter(mapping -> mapping.account().equals(account))
                .filter(mapping -> mapping.domainId().equals(domainId)), Mapping::listId, paging);
    }

    @Override
    public Optional<Credential> user(AccountId account, String domainId, String username) {
        return mappings(account, domainId, Paging.first(Paging.MOST)).stream()
                .flatMap(mapping -> credentials.values()
                        .stream()
                        .filter(known -> known.listId().equals(mapping.listId()))
                        .filter(known -> known.username().equals(username)))
                .findFirst();
    }

    private static String key(String domainId, String listId) {
        return domainId + "/" + listId;
    }

    private static <T> List<T> page(Stream<T> entries, Function<T, String> id, Paging paging) {
        return MemoryPages.ascending(paging, entries, id);
    }
}
