package org.jackfield.engine.wiring;

import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.people.SessionStore;
import org.jackfield.engine.people.SignIn;
import org.jackfield.engine.people.UserStore;
import org.jackfield.engine.store.people.JdbcSessions;
import org.jackfield.engine.store.people.JdbcUsers;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and their sessions in PostgreSQL. */
@AutoConfiguration(after = {UnitOfWorkAutoConfiguration.class, TenantsAutoConfiguration.class})
public class PeopleAutoConfiguration {

    @Bean
    UserStore userStore(JdbcClient jdbc) {
        return new JdbcUsers(jdbc);
    }

    @Bean
    SessionStore sessionStore(JdbcClient jdbc) {
        return new JdbcSessions(jdbc);
    }

    @Bean
    SignIn.Stores signInStores(AccountStore accounts, UserStore users, SessionStore sessions, SipDirectory domains,
            UnitOfWork unit) {
        return new SignIn.Stores(accounts, users, sessions, domains, unit);
    }
}
