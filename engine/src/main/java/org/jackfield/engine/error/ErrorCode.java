package org.jackfield.engine.error;

/**
 * Every error that a caller can see. The number is what existing SDKs read on the wire; cause and remedy are ours. The
 * error catalogue in {@code docs/reference/errors.md} is generated from this list. Numbers from 64000 up are our own.
 */
public enum ErrorCode {
    INVALID_PARAMETER(20001, ErrorClass.CALLER, "A parameter is missing, malformed or out of range.",
            "Correct the parameter that the message names."),
    UNAUTHENTICATED(20003, ErrorClass.CALLER, "The credentials are missing or wrong.",
            "Send the account id and its token, or an API key and its secret, by HTTP basic authentication."),
    METHOD_NOT_ALLOWED(20004, ErrorClass.CALLER, "The resource does not know this method.",
            "Use one of the methods in the Allow header."),
    ACCOUNT_NOT_ACTIVE(20005, ErrorClass.CALLER, "The account is suspended or closed.",
            "Ask the account's owner to set its status to active."),
    FORBIDDEN(20006, ErrorClass.CALLER, "The one who signed in may not do this.",
            "Ask an admin of the account for a role that may, or sign in as somebody else."),
    TOKEN_INVALID(20101, ErrorClass.CALLER, "The access token is no JSON web token, or is too long.",
            "Send the token as the SDK's access token builder makes it, after Bearer."),
    TOKEN_HEADER(20102, ErrorClass.CALLER, "The header of the access token is not as it must be.",
            "Use typ JWT, cty twilio-fpa;v=1 and alg HS256, HS384 or HS512."),
    TOKEN_ISSUER(20103, ErrorClass.CALLER, "The issuer of the access token is not a key of its account.",
            "Use an API key (iss) of the account (sub); a key that is older than tokens signs none: make a new one."),
    TOKEN_EXPIRED(20104, ErrorClass.CALLER, "The access token has expired, or does not say when it expires.",
            "Get a new token from the application."),
    TOKEN_EARLY(20105, ErrorClass.CALLER, "The access token is not valid yet.",
            "Check the clock of the machine that makes tokens."),
    TOKEN_GRANTS(20106, ErrorClass.CALLER, "The access token does not grant this.",
            "Put an identity of 1 to 256 characters and the grant into it, such as voice with incoming calls allowed."),
    TOKEN_SIGNATURE(20107, ErrorClass.CALLER, "The signature of the access token is wrong.",
            "Sign with the secret that was shown when the key was made."),
    NOT_FOUND(20404, ErrorClass.CALLER, "Nothing of that id exists in this account.", "Check the id and the account."),
    CONFLICT(20409, ErrorClass.CALLER, "The resource changed meanwhile, or the name is taken.",
            "Read the resource again and repeat the change."),
    PRECONDITION_FAILED(20412, ErrorClass.CALLER, "The resource is not as the If-Match header says.",
            "Read the resource again and repeat the change with its ETag."),
    KEY_REUSED(20422, ErrorClass.CALLER, "The Idempotency-Key came with another request before.",
            "Send each new request with a key of its own."),
    TOO_LARGE(20413, ErrorClass.CALLER, "The body is larger than allowed.", "Send less."),
    TOO_MANY_REQUESTS(20429, ErrorClass.NO_CAPACITY, "The request was not processed because of a limit.",
            "Send it again after the time in the Retry-After header."),
    INTERNAL(20500, ErrorClass.OURS, "A defect of the product.", "Report it with the id in the message."),
    UNAVAILABLE(20503, ErrorClass.NO_CAPACITY, "The database is away; nothing was changed.",
            "Send the request again after the time in the Retry-After header."),
    INVALID_URL(21205, ErrorClass.CALLER, "An address is not one that can be asked.",
            "Give an absolute http or https address, or flow:KEY where a flow can run."),
    FALLBACK_ALONE(21405, ErrorClass.CALLER, "A fallback address has no primary one.",
            "Set the address that it falls back from too."),
    NO_CALLER_NAMED(40138, ErrorClass.CALLER, "An assignment instruction names nobody who calls.",
            "Name a number of the account: CallFrom, or from in the answer of a callback."),
    NO_CALL_NAMED(40140, ErrorClass.CALLER, "An assignment instruction names no call.",
            "Name the call: RedirectCallSid, or call_sid in the answer of a callback."),
    NUMBER_TAKEN(21422, ErrorClass.CALLER, "The number is assigned already.", "Choose another available number."),
    NO_MEDIA_PORT(64001, ErrorClass.NO_CAPACITY, "No RTP port pair is left on this node.",
            "Widen JACKFIELD_RTP_PORTS or wait for calls to end."),
    PROMPT_UNAVAILABLE(64002, ErrorClass.REMOTE, "A prompt could not be fetched or decoded.",
            "Check that the address answers with audio of a supported format."),
    MODEL_INVALID(64003, ErrorClass.CALLER, "The process model is refused.",
            "Change the elements that the errors name and deploy again."),
    FLOW_NOT_FOUND(64004, ErrorClass.CALLER, "No flow of that key, or that version, is deployed in this account.",
            "Deploy the flow or correct the key."),
    NODE_DRAINING(64005, ErrorClass.NO_CAPACITY, "The node is stopping and takes no new calls.", "Use another node."),
    ILLEGAL_STATE(64006, ErrorClass.CALLER, "The resource's state does not allow this.",
            "Read the resource; the message names its state."),
    PEER_UNREACHABLE(64007, ErrorClass.REMOTE, "The called party could not be reached.",
            "Check the address, and that the phone is registered."),
    FLOW_FAILED(64008, ErrorClass.CALLER, "A flow could not go on at an element of its model.",
            "Correct the element that the message names and deploy the flow again."),
    CALLBACK_FAILED(11200, ErrorClass.REMOTE, "The address of a callback did not answer well.",
            "Let it answer with 200 in time; the alert says what came instead."),
    KEY_SEALED_ELSEWHERE(64021, ErrorClass.OURS, "This node cannot read the secrets of API keys.",
            "Give all nodes the same JACKFIELD_SEAL_KEY, and make the keys again that were made without it."),
    INSTRUCTION_REFUSED(64020, ErrorClass.CALLER, "An assignment instruction cannot be carried out for this item.",
            "Use accept, reject, call or redirect for items that are no calls, reject or dequeue for a call that waits."),
    TRANSCRIPT_REFUSED(64040, ErrorClass.CALLER, "A transcript cannot be taken.",
            "Change what the message names and send it again.");

    private final int number;
    private final ErrorClass errorClass;
    private final String cause;
    private final String remedy;

    ErrorCode(int number, ErrorClass errorClass, String cause, String remedy) {
        this.number = number;
        this.errorClass = errorClass;
        this.cause = cause;
        this.remedy = remedy;
    }

    public int number() {
        return number;
    }

    public ErrorClass errorClass() {
        return errorClass;
    }

    public String cause() {
        return cause;
    }

    public String remedy() {
        return remedy;
    }
}
