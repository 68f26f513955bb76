// Points the official Node SDK at a Jackfield installation. Where that lies is read from JACKFIELD_URL, for example
// http://127.0.0.1:8080.
import twilio from "twilio";

const VENDOR = /^https:\/\/([a-z0-9-]+)(?:\.[a-z0-9-]+)*\.twilio\.com(\/.*)$/;

/**
 * The address at the installation: https://PRODUCT.vendor/PATH becomes BASE/PRODUCT/PATH, what lies under BASE stays.
 * Every other one is refused, so that credentials never leave for a foreign host.
 */
export function address(base, uri) {
  if (uri.startsWith(`${base}/`)) {
    return uri;
  }
  const vendor = VENDOR.exec(uri);
  if (!vendor) {
    throw new Error(`not an address of ${base}: ${uri}`);
  }
  return `${base}/${vendor[1]}${vendor[2]}`;
}

/** An HTTP client for the option `httpClient` of the SDK. */
export class JackfieldHttpClient {
  constructor(base = process.env.JACKFIELD_URL, options = {}) {
    if (!base) {
      throw new Error("JACKFIELD_URL is not set");
    }
    this.base = base.replace(/\/$/, "");
    this.network = new twilio.RequestClient(options);
  }

  request(options) {
    return this.network.request({ ...options, uri: address(this.base, options.uri) });
  }
}

/** The SDK's client for an account and its token, or for a key and its secret with `accountSid` among the options. */
export default function jackfield(user, secret, options = {}) {
  return twilio(user, secret, { ...options, httpClient: new JackfieldHttpClient(options.jackfieldUrl) });
}
