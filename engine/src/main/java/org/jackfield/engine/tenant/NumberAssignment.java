package org.jackfield.engine.tenant;

/** A number runs a flow: which account owns it, the number in E.164 form, and the address that an inbound call runs. */
public record NumberAssignment(AccountId account, String numberId, String number, FlowAddress voice) {}
