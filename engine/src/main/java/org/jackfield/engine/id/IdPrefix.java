package org.jackfield.engine.id;

/** The two letters that say what an id names. The letters are those that existing SDKs expect on the wire. */
public enum IdPrefix {
    ACCOUNT("AC"),
    KEY("SK"),
    NUMBER("PN"),
    CALL("CA"),
    RECORDING("RE"),
    SIP_DOMAIN("SD"),
    CREDENTIAL_LIST("CL"),
    CREDENTIAL(
            "CR"),
    WORKSPACE("WS"),
    ACTIVITY("WA"),
    WORKER("WK"),
    QUEUE("WQ"),
    ROUTING_POLICY("WW"),
    WORK_ITEM(
            "WT"),
    RESERVATION("WR"),
    MEDIUM("TC"),
    EVENT("EV"),
    ALERT("NO"),
    APPLICATION("AP"),
    INSTRUCTION("IN"),
    PLAYBACK("PB"),
    NODE("ND"),
    USER("US"),
    REGISTRATION("RG"),
    CONVERSATION("GT");

    private final String letters;

    IdPrefix(String letters) {
        this.letters = letters;
    }

    public String letters() {
        return letters;
    }

    /** Whether the text has the shape of an id of this kind. */
    public boolean matches(String text) {
        return text.length() == 34 && text.startsWith(letters)
                && text.chars().skip(2).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
