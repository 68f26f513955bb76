package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** {@code application.yml} lists every setting. */
class SettingsTest {

    private static final Set<String> CONTRACT = Set.of("http.port", "http.address", "sip.port", "sip.address",
            "rtp-ports", "media.address", "public-url", "allow-callbacks-to", "drain-time", "log-format", "data-dir",
            "account-sid", "auth-token", "database.url", "database.user", "database.password", "node.name");

    @Test
    void listsEverySettingWithItsDefault() {
        Set<String> listed = listed();

        assertThat(records()).hasSizeGreaterThan(4);
        assertThat(records().stream().flatMap(SettingsTest::settings)).allSatisfy(
                setting -> assertThat(listed).as("application.yml").contains(setting));
    }

    @Test
    void listsWhatOperatorsRelyOn() {
        assertThat(listed()).containsAll(CONTRACT.stream().map(name -> "jackfield." + name).toList());
    }

    private static List<Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("org.jackfield")
                .stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .toList();
    }

    private static Stream<String> settings(Class<?> type) {
        ConfigurationProperties prefix = type.getAnnotation(ConfigurationProperties.class);
        return prefix == null
                ? Stream.empty()
                : Arrays.stream(type.getRecordComponents()).map(part -> prefix.value() + "." + name(type, part));
    }

    private static String name(Class<?> type, RecordComponent part) {
        Name given = Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(part.getName()))
                .map(parameter -> parameter.getAnnotation(Name.class))
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
        return given != null
                ? given.value()
                : part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<String> listed() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        Set<String> names = new TreeSet<>();
        Stream.ofNullable(yaml.getObject())
                .flatMap(found -> found.keySet().stream())
                .map(String::valueOf)
                .map(name -> name.replaceAll("\\[[0-9]+]$", ""))
                .forEach(names::add);
        return names;
    }
}
