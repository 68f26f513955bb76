package org.jackfield.app.wiring;

import java.time.Clock;
import org.jackfield.app.launch.CredentialsFile;
import org.jackfield.app.settings.AccountSettings;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.Accounts;
import org.jackfield.engine.directory.ApiKeyStore;
import org.jackfield.engine.directory.ApiKeys;
import org.jackfield.engine.directory.ApplicationStore;
import org.jackfield.engine.directory.Applications;
import org.jackfield.engine.directory.Authenticator;
import org.jackfield.engine.directory.FirstAccount;
import org.jackfield.engine.directory.FlowCatalog;
import org.jackfield.engine.directory.IncomingNumbers;
import org.jackfield.engine.directory.NumberStore;
import org.jackfield.engine.directory.SigningSecrets;
import org.jackfield.engine.directory.SipAccessStore;
import org.jackfield.engine.directory.SipAdministration;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.store.DataFolder;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Administration of tenants, and the first of them. */
@Configuration(proxyBeanMethods = false)
class TenantWiring {

    @Bean
    Authenticator authenticator(AccountStore accounts, ApiKeyStore keys) {
        return new Authenticator(accounts, keys);
    }

    @Bean
    Accounts accounts(AccountStore store, UnitOfWork unit, Ids ids, Clock clock) {
        return new Accounts(store, unit, ids, clock);
    }

    @Bean
    ApiKeys apiKeys(ApiKeyStore store, SigningSecrets secrets, UnitOfWork unit, Ids ids, Clock clock) {
        return new ApiKeys(store, secrets, unit, ids, clock);
    }

    @Bean
    Applications applications(ApplicationStore store, FlowCatalog flows, UnitOfWork unit, Ids ids, Clock clock) {
        return new Applications(store, flows, unit, ids, clock);
    }

    @Bean
    IncomingNumbers incomingNumbers(NumberStore store, FlowCatalog flows, UnitOfWork unit, Ids ids,
            Clock clock) {
        return new IncomingNumbers(store, flows, unit, ids, clock);
    }

    @Bean
    SipAdministration sipAdministration(SipAccessStore store, UnitOfWork unit, Ids ids, Clock clock) {
        return new SipAdministration(store, unit, ids, clock);
    }

    @Bean
    FirstAccount firstAccount(AccountStore accounts, SipAdministration sip, UnitOfWork unit, Clock clock) {
        return new FirstAccount(accounts, sip, unit, clock);
    }

    @Bean
    ApplicationRunner ensureFirstAccount(FirstAccount first, AccountSettings settings, DataFolder folder, Ids ids) {
        return arguments -> first.ensure(new CredentialsFile(folder.resolve("credentials"), ids).complete(settings));
    }
}
