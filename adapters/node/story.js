// What an application does, by the official SDK through the adapter, against a running installation. Prints one JSON
// object of what it saw. Variables: JACKFIELD_URL, JACKFIELD_ACCOUNT_SID, JACKFIELD_AUTH_TOKEN.
import jackfield from "./jackfield.js";

const { JACKFIELD_URL, JACKFIELD_ACCOUNT_SID, JACKFIELD_AUTH_TOKEN } = process.env;
const PATIENCE_MILLIS = 90_000;

async function eventually(what, attempt) {
  const deadline = Date.now() + PATIENCE_MILLIS;
  while (Date.now() < deadline) {
    const found = await attempt();
    if (found) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`still waiting for ${what}`);
}

async function refusal(attempt) {
  try {
    await attempt();
  } catch (error) {
    return { status: error.status, code: error.code, moreInfo: error.moreInfo };
  }
  throw new Error("was not refused");
}

async function pages(list) {
  const seen = [];
  let page = await list.page({ pageSize: 2 });
  let last = page;
  while (page) {
    seen.push(...page.instances.map((instance) => instance.sid));
    last = page;
    page = await page.nextPage();
  }
  const before = await last.previousPage();
  return { seen, before: before.instances.map((instance) => instance.sid) };
}

async function deploy(account, model) {
  const basic = Buffer.from(`${account.sid}:${account.authToken}`).toString("base64");
  const answer = await fetch(`${JACKFIELD_URL}/jackfield/v1/flows`, {
    method: "POST",
    headers: { Authorization: `Basic ${basic}`, "Content-Type": "application/xml" },
    body: model,
  });
  if (answer.status !== 201) {
    throw new Error(`deploying the flow: ${answer.status} ${await answer.text()}`);
  }
}

async function story(model) {
  const main = jackfield(JACKFIELD_ACCOUNT_SID, JACKFIELD_AUTH_TOKEN);
  const account = await main.api.v2010.accounts.create({ friendlyName: "Node story" });
  const owner = jackfield(account.sid, account.authToken);
  const key = await owner.newKeys.create({ friendlyName: "story" });
  const client = jackfield(key.sid, key.secret, { accountSid: account.sid });
  await deploy(account, model);

  const free = await client.availablePhoneNumbers("US").local.list({ areaCode: 602, limit: 2 });
  const callee = await client.incomingPhoneNumbers.create({ phoneNumber: free[0].phoneNumber });
  const bound = await client.incomingPhoneNumbers(callee.sid).update({ voiceUrl: "flow:take-message" });
  const caller = await client.incomingPhoneNumbers.create({ phoneNumber: free[1].phoneNumber });

  const made = await client.calls.create({
    to: callee.phoneNumber,
    from: caller.phoneNumber,
    url: "flow:take-message",
    statusCallbackEvent: ["initiated", "completed"],
  });
  const call = await eventually("the call to end", async () => {
    const now = await client.calls(made.sid).fetch();
    return now.status === "completed" ? now : undefined;
  });
  const recordings = await eventually("both recordings", async () => {
    const found = await client.recordings.list();
    return found.length === 2 && found.every((one) => one.status === "completed") ? found : undefined;
  });
  const media = await fetch(recordings[0].mediaUrl, {
    headers: { Authorization: `Basic ${Buffer.from(`${key.sid}:${key.secret}`).toString("base64")}` },
  });
  const sound = Buffer.from(await media.arrayBuffer());
  await client.recordings(recordings[0].sid).remove();

  const worlds = [];
  for (let i = 0; i < 5; i += 1) {
    worlds.push((await client.taskrouter.v1.workspaces.create({ friendlyName: `world ${i}` })).sid);
    await client.newKeys.create({ friendlyName: `key ${i}` });
  }
  return {
    account: account.sid,
    voiceUrl: bound.voiceUrl,
    call: { status: call.status, direction: call.direction, startTime: call.startTime instanceof Date },
    legs: (await client.calls.list({ to: callee.phoneNumber })).length,
    sound: { type: media.headers.get("content-type"), header: sound.subarray(0, 4).toString("latin1") },
    recordingsLeft: (await client.recordings.list()).length,
    keys: await pages(client.keys),
    workspaces: await pages(client.taskrouter.v1.workspaces),
    worlds,
    refusals: {
      gone: await refusal(() => client.recordings(recordings[0].sid).fetch()),
      parameter: await refusal(() => client.calls.create({ to: "x", from: "y", url: "http://127.0.0.1/" })),
      login: await refusal(() => jackfield(account.sid, "wrong").calls.list()),
      taken: await refusal(() => client.incomingPhoneNumbers.create({ phoneNumber: callee.phoneNumber })),
    },
  };
}

let model = "";
for await (const chunk of process.stdin.setEncoding("utf8")) {
  model += chunk;
}
process.stdout.write(`${JSON.stringify(await story(model))}\n`);
