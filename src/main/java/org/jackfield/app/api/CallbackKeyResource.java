package org.jackfield.app.api;

import org.jackfield.engine.directory.CallbackKeys;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key that applications check the signature of callbacks with. */
@RestController
final class CallbackKeyResource {

    private final CallbackKeys keys;

    CallbackKeyResource(CallbackKeys keys) {
        this.keys = keys;
    }

    @GetMapping(Wire.NATIVE + "/callback-key")
    View key(Ask ask) {
        return new View().put("key", keys.of(ask.account()));
    }
}
