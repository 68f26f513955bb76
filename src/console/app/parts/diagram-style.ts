import { css } from "lit";

export const diagramStyle = css`
  :host {
    position: relative;
    /* What lies high inside stays below what stands around: the bar of the page. */
    isolation: isolate;
    height: var(--diagram-height, 26rem);
    --diagram-line: color-mix(in srgb, var(--ink) 78%, var(--surface));
  }
  .canvas {
    height: 100%;
    overflow: hidden;
  }
  .canvas svg:focus-visible {
    outline-offset: -3px;
  }
  .tools {
    position: absolute;
    right: 0.6rem;
    top: 0.6rem;
    display: flex;
    gap: 0.25rem;
  }
  .tools button {
    width: 2.25rem;
    padding: 0;
    justify-content: center;
  }
  .visited > .djs-visual > :nth-child(1) {
    stroke: var(--accent) !important;
  }
  .active > .djs-visual > :nth-child(1) {
    stroke: var(--accent) !important;
    stroke-width: 3px !important;
    fill: var(--accent-soft) !important;
  }
  .problem > .djs-visual > :nth-child(1) {
    stroke: var(--bad) !important;
    stroke-width: 3px !important;
    fill: var(--bad-soft) !important;
  }
  .shown > .djs-visual > :nth-child(1) {
    stroke-width: 6px !important;
  }
  .token .core {
    fill: var(--accent);
    stroke: var(--surface);
    stroke-width: 2px;
  }
  .token .halo {
    fill: var(--accent);
    opacity: 0.3;
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.1;
    }
  }
  .problem-badge {
    width: 26px;
    height: 26px;
    border-radius: 50%;
    background: var(--bad);
    color: var(--surface);
    font-weight: 700;
    display: grid;
    place-items: center;
  }
  :host {
    --bio-surface-subtle: var(--surface-2);
  }
  .bjs-powered-by {
    opacity: 0.75;
  }
`;
