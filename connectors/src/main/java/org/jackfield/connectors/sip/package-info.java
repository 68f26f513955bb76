/**
 * Telephony over SIP (RFC 3261) on UDP and TCP: the call control of the engine, the registrar and the digest gate. The one
 * place that knows SIP dialogs and transactions; transactions, framing and the message grammar come from JAIN-SIP,
 * dialogs are our own because a call must survive forks, late offers and a restart. May import {@code engine},
 * {@code connectors.rtp} and JAIN-SIP. Start at {@link org.jackfield.connectors.sip.SipCallControl}, then {@code Leg} and
 * {@code LegStates}.
 */
@NullMarked
package org.jackfield.connectors.sip;

import org.jspecify.annotations.NullMarked;
