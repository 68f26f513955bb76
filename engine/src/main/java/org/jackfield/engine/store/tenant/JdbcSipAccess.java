package org.jackfield.engine.store.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.directory.DigestSecret;
import org.jackfield.engine.directory.SipAccess.Credential;
import org.jackfield.engine.directory.SipAccess.CredentialList;
import org.jackfield.engine.directory.SipAccess.Domain;
import org.jackfield.engine.directory.SipAccess.Mapping;
import org.jackfield.engine.directory.SipAccessStore;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SIP domains, users and their mappings in PostgreSQL. */
public final class JdbcSipAccess implements SipAccessStore {

    private final JdbcClient jdbc;

    public JdbcSipAccess(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public boolean insertDomain(Domain domain) {
        return written(domain, """
                INSERT INTO sip_domain (account_id, id, name, friendly_name, is_default, created, updated)
                VALUES (:account, :id, :name, :friendlyName, :isDefault, :created, :updated)
                ON CONFLICT DO NOTHING
                """);
    }

    @Override
    public boolean updateDomain(Domain domain) {
        return written(domain, """
                UPDATE sip_domain SET name = :name, friendly_name = :friendlyName, updated = :updated,
                    is_default = :isDefault, created = :created
                WHERE account_id = :account AND id = :id
                    AND NOT EXISTS (SELECT 1 FROM sip_domain other WHERE other.name = :name AND other.id <> :id)
                """);
    }

    @Override
    public boolean deleteDomain(AccountId account, String id) {
        return sql("DELETE FROM sip_domain WHERE account_id = :account AND id = :id", account).param("id", id)
                .update() == 1;
    }

    @Override
    public Optional<Domain> domain(AccountId account, String id) {
        return sql("SELECT * FROM sip_domain WHERE account_id = :account AND id = :id", account).param("id", id)
                .query((row, index) -> readDomain(row))
                .optional();
    }

    @Override
    public Optional<Domain> domainByName(String name) {
        return jdbc.sql("SELECT * FROM sip_domain WHERE name = :name")
                .param("name", name)
                .query((row, index) -> readDomain(row))
                .optional();
    }

    @Override
    public Optional<Domain> defaultDomain() {
        return jdbc.sql("SELECT * FROM sip_domain WHERE is_default").query((row, index) -> readDomain(row)).optional();
    }

    @Override
    public List<Domain> domains(AccountId account, Paging paging) {
        return PageSql.inOrder(paging, sql("""
                SELECT * FROM sip_domain WHERE account_id = :account %s
                """.formatted(PageSql.ascending(paging, "id")), account).param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, index) -> readDomain(row))
                .list());
    }

    @Override
    public void insertList(CredentialList list) {
        sql("""
                INSERT INTO credential_list (account_id, id, friendly_name, created, updated)
                VALUES (:account, :id, :name, :created, :updated)
                """, list.account()).param("id", list.id())
                .param("name", list.friendlyName())
                .param("created", Rows.timestamp(list.created()))
                .param("updated", Rows.timestamp(list.updated()))
                .update();
    }

    @Override
    public boolean updateList(CredentialList list) {
        return sql("""
                UPDATE credential_list SET friendly_name = :name, updated = :updated
                WHERE account_id = :account AND id = :id
                """, list.account()).param("id", list.id())
                .param("name", list.friendlyName())
                .param("updated", Rows.timestamp(list.updated()))
                .update() == 1;
    }

    @Override
    public boolean deleteList(AccountId account, String id) {
        return sql("DELETE FROM credential_list WHERE account_id = :account AND id = :id", account).param("id", id)
                .update() == 1;
    }

    @Override
    public Optional<CredentialList> list(AccountId account, String id) {
        return sql("SELECT * FROM credential_list WHERE account_id = :account AND id = :id", account).param("id", id)
                .query((row, index) -> readList(row))
                .optional();
    }

    @Override
    public List<CredentialList> lists(AccountId account, Paging paging) {
        return PageSql.inOrder(paging, sql("""
                SELECT * FROM credential_list WHERE account_id = :account %s
                """.formatted(PageSql.ascending(paging, "id")), account).param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, index) -> readList(row))
                .list());
    }

    @Override
    public boolean insertCredential(Credential credential) {
        return credential(credential, """
                INSERT INTO credential (account_id, list_id, id, username, ha1_md5, ha1_sha256, created, updated)
                VALUES (:account, :list, :id, :username, :md5, :sha256, :created, :updated)
                ON CONFLICT (account_id, list_id, username) DO NOTHING
                """);
    }

    @Override
    public boolean updateCredential(Credential credential) {
        return credential(credential, """
                UPDATE credential SET username = :username, ha1_md5 = :md5, ha1_sha256 = :sha256, created = :created,
                    updated = :updated
                WHERE account_id = :account AND list_id = :list AND id = :id
                """);
    }

    @Override
    public boolean deleteCredential(AccountId account, String listId, String id) {
        return sql("DELETE FROM credential WHERE account_id = :account AND list_id = :list AND id = :id", account)
                .param("list", listId)
                .param("id", id)
                .update() == 1;
    }

    @Override
    public Optional<Credential> credential(AccountId account, String listId, String id) {
        return sql("SELECT * FROM credential WHERE account_id = :account AND list_id = :list AND id = :id", account)
                .param("list", listId)
                .param("id", id)
                .query((row, index) -> readCredential(row))
                .optional();
    }

    @Override
    public List<Credential> credentials(AccountId account, String listId, Paging paging) {
        return PageSql.inOrder(paging, sql("""
                SELECT * FROM credential WHERE account_id = :account AND list_id = :list %s
                """.formatted(PageSql.ascending(paging, "id")), account).param("list", listId)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, index) -> readCredential(row))
                .list());
    }

    @Override
    public boolean map(Mapping mapping) {
        return sql("""
                INSERT INTO credential_list_mapping (account_id, domain_id, list_id, created)
                VALUES (:account, :domain, :list, :created) ON CONFLICT DO NOTHING
                """, mapping.account()).param("domain", mapping.domainId())
                .param("list", mapping.listId())
                .param("created", Rows.timestamp(mapping.created()))
                .update() == 1;
    }

    @Override
    public boolean unmap(AccountId account, String domainId, String listId) {
        return sql("""
                DELETE FROM credential_list_mapping
                WHERE account_id = :account AND domain_id = :domain AND list_id = :list
                """, account).param("domain", domainId).param("list", listId).update() == 1;
    }

    @Override
    public Optional<Mapping> mapping(AccountId account, String domainId, String listId) {
        return sql("""
                SELECT * FROM credential_list_mapping
                WHERE account_id = :account AND domain_id = :domain AND list_id = :list
                """, account).param("domain", domainId)
                .param("list", listId)
                .query((row, index) -> readMapping(row))
                .optional();
    }

    @Override
    public List<Mapping> mappings(AccountId account, String domainId, Paging paging) {
        return PageSql.inOrder(paging, sql("""
                SELECT * FROM credential_list_mapping
                WHERE account_id = :account AND domain_id = :domain %s
                """.formatted(PageSql.ascending(paging, "list_id")), account).param("domain", domainId)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, index) -> readMapping(row))
                .list());
    }

    @Override
    public Optional<Credential> user(AccountId account, String domainId, String username) {
        return sql("""
                SELECT credential.* FROM credential_list_mapping mapping
                JOIN credential ON credential.account_id = mapping.account_id AND credential.list_id = mapping.list_id
                WHERE mapping.account_id = :account AND mapping.domain_id = :domain AND credential.username = :username
                ORDER BY mapping.list_id LIMIT 1
                """, account).param("domain", domainId)
                .param("username", username)
                .query((row, index) -> readCredential(row))
                .optional();
    }

    private StatementSpec sql(String sql, AccountId account) {
        return jdbc.sql(sql).param("account", account.value());
    }

    private boolean written(Domain domain, String sql) {
        return sql(sql, domain.account()).param("id", domain.id())
                .param("name", domain.name())
                .param("friendlyName", domain.friendlyName())
                .param("isDefault", domain.isDefault())
                .param("created", Rows.timestamp(domain.created()))
                .param("updated", Rows.timestamp(domain.updated()))
                .update() == 1;
    }

    private boolean credential(Credential credential, String sql) {
        return sql(sql, credential.account()).param("list", credential.listId())
                .param("id", credential.id())
                .param("username", credential.username())
                .param("md5", credential.secret().md5())
                .param("sha256", credential.secret().sha256())
                .param("created", Rows.timestamp(credential.created()))
                .param("updated", Rows.timestamp(credential.updated()))
                .update() == 1;
    }

    private static Domain readDomain(ResultSet row) throws SQLException {
        return new Domain(Rows.account(row), row.getString("id"), row.getString("name"),
                row.getString("friendly_name"), row.getBoolean("is_default"), Rows.instant(row, "created"),
                Rows.instant(row, "updated"));
    }

    private static CredentialList readList(ResultSet row) throws SQLException {
        return new CredentialList(Rows.account(row), row.getString("id"), row.getString("friendly_name"),
                Rows.instant(row, "created"), Rows.instant(row, "updated"));
    }

    private static Credential readCredential(ResultSet row) throws SQLException {
        return new Credential(Rows.account(row), row.getString("list_id"), row.getString("id"),
                row.getString("username"), new DigestSecret(row.getString("ha1_md5"), row.getString("ha1_sha256")),
                Rows.instant(row, "created"), Rows.instant(row, "updated"));
    }

    private static Mapping readMapping(ResultSet row) throws SQLException {
        return new Mapping(Rows.account(row), row.getString("domain_id"), row.getString("list_id"),
                Rows.instant(row, "created"));
    }
}
