package org.jackfield.analytics.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.match.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each label is heard in a sentence that people say; the sentences are made up. */
class ShippedDefinitionsTest {

    private static final Labeller LABELLER = Labeller.of(Labeller.shipped());

    @Test
    void hasEightyLabelsEachDescribed() {
        List<LabelDefinition> shipped = Labeller.shipped();

        assertThat(shipped).hasSize(80).allSatisfy(label -> assertThat(label.description()).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"agent_greeting;a: good morning this is lakeside savings bank",
        "agent_gave_name;a: my name is tobias", "agent_offered_help;a: how may i help you",
        "recording_disclosed;a: please note that calls are recorded for training", "caller_greeted;c: hello there",
        "caller_gave_name;c: my name is rosa delgado", "agent_asked_for_details;a: what is the delivery address",
        "agent_asked_to_repeat;a: could you please repeat the last part", "agent_asked_to_wait;a: just a moment please",
        "thanked_for_holding;a: thank you so much for holding",
        "agent_asked_security_question;a: can you tell me your mother's maiden name",
        "identity_verified;a: thank you for verifying", "agent_apologised;a: we do apologize",
        "agent_read_back;a: just to confirm you leave on monday from oslo",
        "request_completed;a: your new card has been ordered",
        "request_failed;a: unfortunately the booking could not be made",
        "further_help_offered;a: anything else i can do", "caller_thanked;c: many thanks",
        "transfer_confirmed;a: the money has been transferred",
        "fee_waived;a: i will waive the late fee", "discount_offered;a: i can offer you a discount",
        "refund_promised;a: you will get a full refund", "credit_promised;a: we will credit you for that day",
        "callback_requested;c: could you call me back later", "callback_promised;a: a colleague will call you tomorrow",
        "escalated;a: let me transfer you to a supervisor", "asked_for_manager;c: let me speak to your manager",
        "complaint;c: your service is terrible", "cancellation_threat;c: then i am going to switch",
        "legal_threat;c: you will hear from my attorney", "competitor_mentioned;c: another provider is cheaper",
        "positive_feedback;c: you have been very helpful", "payment_promised;c: i will pay it on friday",
        "payment_arrangement_requested;c: can i set up a payment plan",
        "appointment_confirmed;a: your appointment is booked", "branch_hours_quoted;a: our hours are nine to five",
        "wants_transfer;c: i want to transfer some money", "wants_balance;c: what is the balance on my account",
        "wants_appointment;c: i would like to make an appointment", "wants_bill_payment;c: i want to pay my bill",
        "wants_checkbook;c: i need to order some checks", "wants_password_reset;c: i forgot my password",
        "wants_branch_hours;c: when do you open", "wants_replacement_card;c: i need a replacement card",
        "reports_lost_card;c: my card was stolen", "wants_dispute;c: i want to dispute a charge",
        "wants_to_close_account;c: please close my account", "wants_to_open_account;c: i want to open an account",
        "wants_branch_or_atm;c: where is the nearest branch",
        "wants_contact_update;c: i have to change my phone number", "wants_loan;c: i want to apply for a loan",
        "wants_credit_card;c: i would like to apply for a credit card",
        "wants_to_file_claim;c: i need to file a claim", "wants_quote;c: could i get a quote for my van",
        "wants_cancellation;c: i want to cancel my subscription",
        "wants_rate_information;c: what interest rates do you have", "wants_to_cancel_check;c: please stop that check",
        "wants_to_send_payment;c: i want to send a payment to my roommate",
        "wants_to_request_payment;c: i want to request a payment from bob",
        "wants_reservation;c: please reserve a table for four", "wants_rental_car;c: i need a rental car",
        "wants_tickets;c: i want to buy two tickets", "wants_ride;c: get me a taxi",
        "wants_to_share_location;c: please share my location with ann",
        "wants_routing_number;c: what is the routing number",
        "wants_proof_of_insurance;c: i need a proof of insurance",
        "wants_claim_status;c: what is the status of my claim", "wants_seat_change;c: can i change my seat",
        "wants_boarding_pass;c: send me the boarding pass", "wants_return;c: i want to return these shoes",
        "wants_refund_status;c: i am checking the status of my refund"})
    void hearsEachLabel(String label, String line) {
        assertThat(labels(Talk.of(line, "a: .", "c: .", "a: .", "c: ."), 0)).contains(label);
    }

    @Test
    void hearsValuesInTheirPlace() {
        assertThat(labels(Talk.of("a: your balance is $40").with(0, "$40", ValueType.MONEY, "40.00 USD"), 0))
                .contains("balance_quoted")
                .doesNotContain("fee_quoted");
        assertThat(labels(Talk.of("a: the room costs $90 a night").with(0, "$90", ValueType.MONEY, "90.00 USD"), 0))
                .contains("price_quoted")
                .doesNotContain("balance_quoted");
        assertThat(labels(Talk.of("a: there is a late fee of $25").with(0, "$25", ValueType.MONEY, "25.00 USD"), 0))
                .contains("fee_quoted");
        assertThat(labels(Talk.of("a: you owe us $25").with(0, "$25", ValueType.MONEY, "25.00 USD"), 0))
                .contains("amount_due_quoted");
        assertThat(labels(Talk.of("a: our rate is 4 %").with(0, "4 %", ValueType.PERCENT, "4"), 0))
                .contains("interest_rate_quoted");
    }

    @Test
    void hearsAnswersToWhatWasAsked() {
        assertThat(labels(Talk.of("a: so two seats on friday is that right", "c: yes please"), 1))
                .contains("caller_confirmed");
        assertThat(labels(Talk.of("a: is there anything else", "c: no i am good"), 1))
                .contains("caller_declined_more_help");
        assertThat(labels(Talk.of("a: what if i gave you half off", "c: no i still want to leave"), 1))
                .contains("discount_declined");
        assertThat(labels(Talk.of("c: that was it", "a: goodbye then"), 1)).contains("call_closing");
        assertThat(labels(Talk.of("a: which city are you in", "c: yes please"), 1)).doesNotContain("caller_confirmed");
    }

    @Test
    void hearsNothingInSmallTalk() {
        Talk talk = Talk.of("c: the weather was lovely on sunday", "a: it rained here", "c: oh well", "a: indeed");

        assertThat(LABELLER.label(talk.transcript(), talk.values())).isEmpty();
    }

    private static Set<String> labels(Talk talk, int turn) {
        Set<String> labels = new TreeSet<>();
        LABELLER.label(talk.transcript(), talk.values())
                .stream()
                .filter(label -> label.turn() == turn)
                .forEach(
                        label -> labels.add(label.label()));
        return labels;
    }
}
