import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type ApiError, get, post, remove } from "../base/api";
import { Page, asProblem } from "../base/page";
import { account, may } from "../base/session";
import { base, controls } from "../base/style";
import type { Flow, PhoneNumber } from "../base/types";
import { type Column, table, tables } from "../parts/table";

interface NumberPage {
  incoming_phone_numbers: PhoneNumber[];
  next_page_uri: string | null;
}

/** The account's numbers and what they run. */
@customElement("jf-numbers")
export class Numbers extends Page {
  static override styles = [
    base,
    controls,
    tables,
    css`
      .more {
        padding: 0.75rem 1.125rem;
      }
      form {
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        align-items: end;
      }
      form button {
        justify-self: start;
      }
    `,
  ];

  @state() private numbers: PhoneNumber[] = [];
  @state() private flows: Flow[] = [];
  @state() private next: string | null = null;
  @state() private refusal: ApiError | null = null;
  @state() private said = "";

  protected override async load(): Promise<void> {
    this.flows = (await get<{ flows: Flow[] }>("/jackfield/v1/flows")).flows;
    await this.read(account("/IncomingPhoneNumbers.json?PageSize=50"), true);
  }

  private async read(uri: string, isFirst: boolean): Promise<void> {
    const page = await get<NumberPage>(uri);
    this.numbers = isFirst ? page.incoming_phone_numbers : [...this.numbers, ...page.incoming_phone_numbers];
    this.next = page.next_page_uri;
  }

  override render() {
    return html`<div class="stack">
      <h1>Numbers</h1>
      ${this.refusal ? html`<jf-problem final .problem=${this.refusal}></jf-problem>` : nothing}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.body(() => html`${this.list()} ${may("analyst") ? this.take() : nothing}`)}
    </div>`;
  }

  private list() {
    if (this.numbers.length === 0) {
      return html`<section class="card">
        <jf-empty heading="No number yet">Take one below: calls to it run the flow that you choose.</jf-empty>
      </section>`;
    }
    return html`<section class="card flush">
      ${table({ label: "Numbers", rows: this.numbers, columns: this.columns(), id: (each) => each.sid })}
      ${
        this.next
          ? html`<div class="more">
              <button @click=${() => void this.read(this.next ?? "", false)}>Show more numbers</button>
            </div>`
          : nothing
      }
    </section>`;
  }

  private columns(): Column<PhoneNumber>[] {
    return [
      { name: "Number", cell: (each) => html`<strong>${each.phone_number}</strong>` },
      {
        name: "Name",
        cell: (each) =>
          each.friendly_name === each.phone_number ? html`<span class="muted">–</span>` : each.friendly_name,
      },
      { name: "Runs", cell: (each) => (may("analyst") ? this.choice(each) : runs(each)) },
      {
        name: "Release",
        bare: true,
        figure: true,
        cell: (each) =>
          may("analyst")
            ? html`<button
                class="quiet"
                aria-label="Release ${each.phone_number}"
                @click=${() => void this.release(each)}
              >
                Release
              </button>`
            : nothing,
      },
    ];
  }

  private choice(number: PhoneNumber) {
    return html`<select
      class="inline"
      aria-label="What ${number.phone_number} runs"
      @change=${(event: Event) => void this.assign(number, (event.target as HTMLSelectElement).value)}
    >
      ${this.options(number.voice_url)}
    </select>`;
  }

  private options(chosen: string) {
    const known = this.flows.map((flow) => [`flow:${flow.key}`, flow.name] as const);
    const isOther = chosen !== "" && !known.some(([address]) => address === chosen);
    return html`<option value="" ?selected=${chosen === ""}>Nothing: calls are refused</option>
      ${known.map(
        ([address, name]) =>
          html`<option value=${address} ?selected=${address === chosen}>${name} (${address})</option>`,
      )}
      ${isOther ? html`<option value=${chosen} selected>${chosen}</option>` : nothing}`;
  }

  private take() {
    return html`<section class="card" aria-labelledby="take">
      <header><h2 id="take">Take a number</h2></header>
      <form @submit=${this.taken}>
        <label
          >Area code
          <input name="AreaCode" required pattern="[2-9][0-9]{2}" inputmode="numeric" value="212" title="200 to 999" />
        </label>
        <label>Name <input name="FriendlyName" maxlength="64" /></label>
        <label
          >Runs
          <select name="VoiceUrl">
            ${this.options("")}
          </select>
        </label>
        <button class="primary">Take a free number</button>
      </form>
    </section>`;
  }

  private assign(number: PhoneNumber, address: string): Promise<void> {
    return this.change(`${number.phone_number} runs ${address || "nothing"} now`, async () => {
      await post(account(`/IncomingPhoneNumbers/${number.sid}.json`), { VoiceUrl: address });
    });
  }

  private release(number: PhoneNumber): Promise<void> {
    if (!confirm(`Release ${number.phone_number}? Calls to it will be refused.`)) return Promise.resolve();
    return this.change(`${number.phone_number} is released`, () =>
      remove(account(`/IncomingPhoneNumbers/${number.sid}.json`)),
    );
  }

  private async taken(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== "")) as Record<
      string,
      string
    >;
    await this.change("A number was taken", async () => {
      await post(account("/IncomingPhoneNumbers.json"), fields);
      form.reset();
    });
  }

  private async change(said: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.refusal = null;
      this.said = said;
    } catch (failure) {
      this.refusal = asProblem(failure);
    }
    await this.reload();
  }
}

function runs(number: PhoneNumber) {
  return number.voice_url ? html`<span class="mono">${number.voice_url}</span>` : "Nothing: calls are refused";
}
