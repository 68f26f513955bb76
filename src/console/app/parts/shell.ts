import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Route, link } from "../base/router";
import { home, may, session, signOut } from "../base/session";
import { base, controls } from "../base/style";
import { theme, toggleTheme } from "../base/theme";
import { PLACES, type Place, placeOf } from "./places";
import { shellStyle } from "./shell-style";
import "./shortcuts";

/** What stands around every page: the way to the others, who is signed in, light or dark. */
@customElement("jf-shell")
export class Shell extends LitElement {
  static override styles = [base, controls, shellStyle];

  @property({ attribute: false }) route: Route = { page: "", id: "" };
  @state() private menuOpen = false;

  private readonly redraw = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("theme-changed", this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("theme-changed", this.redraw);
  }

  override updated(changed: Map<string, unknown>): void {
    const before = changed.get("route") as Route | undefined;
    if (!before || before.page === this.route.page) return;
    this.menuOpen = false;
    this.renderRoot.querySelector("main")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  override render() {
    const place = placeOf(this.route.page);
    document.title = `${place?.name ?? "Not found"} · Jackfield`;
    return html`<header class="bar">
        <button class="skip" @click=${this.skip}>Skip to the content</button>
        <button
          class="quiet menu"
          aria-expanded=${this.menuOpen}
          aria-controls="ways"
          @click=${() => (this.menuOpen = !this.menuOpen)}
        >
          <span aria-hidden="true">☰</span> Menu
        </button>
        <a class="brand" aria-label="Jackfield, first page" href=${link(home())}
          ><img src="/jackfield.svg" alt="" /><span>Jackfield</span></a
        >
        <div class="me">${this.me()}</div>
      </header>
      <div class="frame">
        <nav id="ways" aria-label="Pages" class=${this.menuOpen ? "open" : ""}>${this.ways()}</nav>
        <main id="content" tabindex="-1">${place ? this.content(place) : this.unknown()}</main>
      </div>
      <jf-shortcuts></jf-shortcuts>`;
  }

  private me() {
    return html`<span class="name" title=${session().account}>${session().name}</span>
      <span class="role">${session().role}</span>
      <button
        class="quiet"
        aria-label=${theme() === "dark" ? "Light theme" : "Dark theme"}
        title=${theme() === "dark" ? "Light theme" : "Dark theme"}
        @click=${toggleTheme}
      >
        <span aria-hidden="true">${theme() === "dark" ? "☀" : "☾"}</span>
      </button>
      <button class="quiet" @click=${this.leave}>Sign out</button>`;
  }

  private ways() {
    return PLACES.filter((place) => !place.part && may(...place.roles)).map(
      (place) =>
        html`<a
          href=${link(place.page)}
          aria-current=${place.page === this.route.page || place.parts?.includes(this.route.page) ? "page" : nothing}
        >
          <span>${place.name}</span><kbd aria-hidden="true">g ${place.key}</kbd>
        </a>`,
    );
  }

  private content(place: Place) {
    if (may(...place.roles)) void place.code();
    return may(...place.roles)
      ? place.render(this.route.id)
      : html`<h1>${place.name}</h1>
          <jf-empty heading="Not for your role">An admin of the account can give you another role.</jf-empty>`;
  }

  private unknown() {
    return html`<h1>Not found</h1>
      <jf-empty heading="There is no such page"><a href=${link(home())}>Go to the first page</a></jf-empty>`;
  }

  private skip(): void {
    this.renderRoot.querySelector("main")?.focus();
  }

  private async leave(): Promise<void> {
    await signOut().catch(() => undefined);
    this.dispatchEvent(new CustomEvent("signed-out"));
  }
}
