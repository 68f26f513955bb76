import { css } from "lit";

/** What every component looks like; each adds its own on top. */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p {
    margin: 0;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.2;
    font-weight: 650;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  h2,
  h3 {
    font-size: 1rem;
    font-weight: 650;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.18em;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .muted {
    color: var(--ink-2);
  }
  .small {
    font-size: 0.867rem;
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.867rem;
    overflow-wrap: anywhere;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .spread {
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    padding: 1rem 1.125rem;
    min-width: 0;
  }
  .card.flush {
    padding: 0;
    overflow: hidden;
  }
  .card > header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: space-between;
    align-items: baseline;
    margin-bottom: 0.75rem;
  }
  .card.flush > header {
    margin: 0;
    padding: 0.875rem 1.125rem;
    border-bottom: 1px solid var(--line);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Buttons and fields. */
export const controls = css`
  button,
  .button {
    font: inherit;
    font-weight: 550;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line-2);
    border-radius: 6px;
    padding: 0.4rem 0.8rem;
    min-height: 2.375rem;
    cursor: pointer;
    text-decoration: none;
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }
  button:hover,
  .button:hover {
    background: var(--surface-2);
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  button.primary:hover {
    filter: brightness(1.1);
  }
  button.danger {
    color: var(--bad);
    border-color: var(--bad);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--accent);
  }
  button.quiet:hover {
    background: var(--accent-soft);
  }
  button[disabled] {
    opacity: 0.55;
    cursor: default;
  }
  label {
    display: grid;
    gap: 0.3rem;
    font-weight: 550;
  }
  label > span.hint {
    font-weight: 400;
    color: var(--ink-2);
    font-size: 0.867rem;
  }
  input,
  select,
  textarea {
    font: inherit;
    font-weight: 400;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line-2);
    border-radius: 6px;
    padding: 0.4rem 0.6rem;
    min-height: 2.375rem;
    width: 100%;
    min-width: 0;
  }
  select.inline {
    width: auto;
    max-width: 100%;
  }
  textarea {
    font-family: var(--mono);
    font-size: 0.867rem;
    resize: vertical;
  }
  form {
    display: grid;
    gap: 0.875rem;
  }
`;
