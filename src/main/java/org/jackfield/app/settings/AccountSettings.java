package org.jackfield.app.settings;

import java.util.regex.Pattern;
import org.jackfield.engine.error.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/** The first account as the operator names it; what is empty is generated once into the data folder. */
@ConfigurationProperties("jackfield")
public record AccountSettings(@DefaultValue("") @Name("account-sid") String id,
        @DefaultValue("") @Name("auth-token") String token) {

    private static final Pattern SID = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;

    public AccountSettings {
        if (!id.isEmpty() && !SID.matcher(id).matches()) {
            throw new InvalidSettingException("JACKFIELD_ACCOUNT_SID", id, "AC and 32 hex digits");
        }
        if (!token.isEmpty() && (token.length() < SHORTEST || token.length() > LONGEST)) {
            throw new InvalidSettingException("JACKFIELD_AUTH_TOKEN", "(hidden)",
                    "8 to 256 characters, best 32 random");
        }
    }

    @Override
    public String toString() {
        return "AccountSettings[" + id + "]";
    }
}
