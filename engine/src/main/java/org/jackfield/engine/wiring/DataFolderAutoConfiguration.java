package org.jackfield.engine.wiring;

import java.nio.file.Path;
import org.jackfield.engine.store.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The data folder, locked for the life of the application. */
@AutoConfiguration
public class DataFolderAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DataFolder dataFolder(@Value("${jackfield.data-dir:./data}") Path path) {
        return DataFolder.open(path);
    }
}
