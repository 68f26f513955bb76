package org.jackfield.app.wiring;

import java.time.Clock;
import org.jackfield.app.repeat.RepeatFilter;
import org.jackfield.app.security.EdgeFilter;
import org.jackfield.app.security.Refusals;
import org.jackfield.app.security.SignInFilter;
import org.jackfield.app.security.TokenGate;
import org.jackfield.app.security.TokenJson;
import org.jackfield.app.settings.HttpSettings;
import org.jackfield.app.settings.PublicUrl;
import org.jackfield.engine.answer.KeptAnswers;
import org.jackfield.engine.client.AccessTokens;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.Authenticator;
import org.jackfield.engine.directory.SigningSecrets;
import org.jackfield.engine.people.Sessions;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The filters that every request passes, outermost first. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

    private static final int OUTERMOST = -200;

    @Bean
    Refusals refusals(JsonMapper json, PublicUrl publicUrl) {
        return new Refusals(json, publicUrl);
    }

    @Bean
    FilterRegistrationBean<EdgeFilter> edgeFilter(HttpSettings settings, Refusals refusals) {
        FilterRegistrationBean<EdgeFilter> filter = new FilterRegistrationBean<>(
                new EdgeFilter(settings.maxBody().toBytes(), refusals));
        filter.setOrder(OUTERMOST);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RepeatFilter> repeatFilter(KeptAnswers answers, UnitOfWork unit, Clock clock,
            Refusals refusals) {
        FilterRegistrationBean<RepeatFilter> filter = new FilterRegistrationBean<>(
                new RepeatFilter(new RepeatFilter.Parts(answers, unit, clock, refusals)));
        filter.setOrder(OUTERMOST + 3);
        return filter;
    }

    @Bean
    TokenGate tokenGate(SigningSecrets secrets, AccountStore accounts, UnitOfWork unit, Clock clock) {
        return new TokenGate(new AccessTokens(secrets, unit, new TokenJson(), clock), accounts, unit);
    }

    @Bean
    FilterRegistrationBean<SignInFilter> signInFilter(Authenticator authenticator, Sessions sessions,
            TokenGate tokens, UnitOfWork unit, Refusals refusals) {
        FilterRegistrationBean<SignInFilter> filter = new FilterRegistrationBean<>(
                new SignInFilter(authenticator, sessions, tokens, unit, refusals));
        filter.setOrder(OUTERMOST + 2);
        return filter;
    }
}
