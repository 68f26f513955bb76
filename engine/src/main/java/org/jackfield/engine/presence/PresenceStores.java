package org.jackfield.engine.presence;

/** Where what presence is made of is kept, and when it is looked at. */
public record PresenceStores(Registrations phones, ClientStore clients, Looks looks) {}
