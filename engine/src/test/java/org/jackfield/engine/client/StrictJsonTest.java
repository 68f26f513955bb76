package org.jackfield.engine.client;

class StrictJsonTest extends JsonReaderContract {

    @Override
    protected JsonReader reader() {
        return new StrictJson();
    }
}
