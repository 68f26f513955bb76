package org.jackfield.app.wiring;

import java.time.Clock;
import org.jackfield.app.console.ConsoleFilter;
import org.jackfield.app.security.SessionCookie;
import org.jackfield.app.settings.ConsoleSettings;
import org.jackfield.app.settings.PublicUrl;
import org.jackfield.engine.directory.Authenticator;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.people.Sessions;
import org.jackfield.engine.people.SignIn;
import org.jackfield.engine.people.Users;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The console: its files, who may sign in, and their sessions. */
@Configuration(proxyBeanMethods = false)
class ConsoleWiring {

    private static final int BEFORE_SIGN_IN = -199;

    @Bean
    FilterRegistrationBean<ConsoleFilter> consoleFilter() {
        FilterRegistrationBean<ConsoleFilter> filter = new FilterRegistrationBean<>(new ConsoleFilter());
        filter.setOrder(BEFORE_SIGN_IN);
        return filter;
    }

    @Bean
    SessionCookie sessionCookie(PublicUrl publicUrl) {
        return new SessionCookie(publicUrl);
    }

    @Bean
    SignIn signIn(SignIn.Stores stores, Authenticator authenticator, ConsoleSettings settings, Clock clock) {
        SignIn.Costs costs = new SignIn.Costs(settings.sessionLife(), settings.passwordRounds());
        return new SignIn(stores, authenticator, costs, clock);
    }

    @Bean
    Sessions sessions(SignIn.Stores stores, Clock clock) {
        return new Sessions(stores.accounts(), stores.users(), stores.sessions(), clock);
    }

    @Bean
    Users users(SignIn.Stores stores, ConsoleSettings settings, Ids ids, Clock clock) {
        return new Users(stores, settings.passwordRounds(), ids, clock);
    }
}
