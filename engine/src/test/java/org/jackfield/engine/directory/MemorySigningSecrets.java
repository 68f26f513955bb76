package org.jackfield.engine.directory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Signing secrets in memory; one goes with its key. */
public final class MemorySigningSecrets implements SigningSecrets {

    private final Map<String, SigningSecret> secrets = new ConcurrentHashMap<>();
    private final ApiKeyStore keys;

    public MemorySigningSecrets(ApiKeyStore keys) {
        this.keys = keys;
    }

    @Override
    public void keep(SigningSecret secret) {
        secrets.put(secret.keyId(), secret);
    }

    @Override
    public Optional<SigningSecret> find(String keyId) {
        return Optional.ofNullable(secrets.get(keyId)).filter(secret -> keys.byId(keyId).isPresent());
    }
}
