package org.jackfield.app.wiring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jackfield.app.api.AskResolver;
import org.jackfield.app.api.Operations;
import org.jackfield.app.settings.HttpSettings;
import org.jackfield.app.settings.NodeSettings;
import org.jackfield.app.settings.PublicUrl;
import org.jackfield.engine.directory.Accounts;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where we listen, how we are called, what the operations are. */
@Configuration(proxyBeanMethods = false)
class HttpWiring {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> listenWhereTold(HttpSettings settings) {
        return server -> {
            server.setPort(settings.port());
            server.setAddress(Addresses.of("JACKFIELD_HTTP_ADDRESS", settings.address()));
        };
    }

    @Bean
    PublicUrl publicUrl(NodeSettings node, HttpSettings http, Environment environment) {
        return () -> node.publicUrl().isEmpty()
                ? "http://" + Addresses.literal(http.address()) + ":" + environment.getProperty("local.server.port")
                : node.publicUrl();
    }

    @Bean
    Operations operations() {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("openapi.yml"));
        yaml.setSingleton(true);
        yaml.afterPropertiesSet();
        Map<String, Object> document = Objects.requireNonNull(yaml.getObject());
        return new Operations(document);
    }

    @Bean
    WebMvcConfigurer arguments(Operations operations, Accounts accounts) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AskResolver(operations, accounts));
            }
        };
    }
}
