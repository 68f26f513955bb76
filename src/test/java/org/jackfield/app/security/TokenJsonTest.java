package org.jackfield.app.security;

import org.jackfield.engine.client.JsonReader;
import org.jackfield.engine.client.JsonReaderContract;

class TokenJsonTest extends JsonReaderContract {

    @Override
    protected JsonReader reader() {
        return new TokenJson();
    }
}
