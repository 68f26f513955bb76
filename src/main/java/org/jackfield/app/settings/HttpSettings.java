package org.jackfield.app.settings;

import org.jackfield.engine.error.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the API and the console listen.
 *
 * @param port 0 takes a free one
 * @param maxBody the largest request body that is read
 */
@ConfigurationProperties("jackfield.http")
public record HttpSettings(@DefaultValue("8080") int port, @DefaultValue("127.0.0.1") String address,
        @DefaultValue("1MB") DataSize maxBody) {

    private static final int HIGHEST_PORT = 65_535;

    public HttpSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InvalidSettingException("JACKFIELD_HTTP_PORT", String.valueOf(port), "0 to 65535");
        }
        if (maxBody.toBytes() < DataSize.ofKilobytes(1).toBytes() || maxBody.toMegabytes() > 64) {
            throw new InvalidSettingException("JACKFIELD_HTTP_MAX_BODY", maxBody.toString(), "1KB to 64MB");
        }
    }
}
