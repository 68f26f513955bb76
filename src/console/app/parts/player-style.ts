import { css } from "lit";

export const playerStyle = css`
  :host {
    display: grid;
    gap: 0.75rem;
  }
  .wave {
    display: grid;
    grid-template-columns: 4rem minmax(0, 1fr);
    gap: 0.5rem;
  }
  .names {
    display: grid;
    align-items: center;
    font-size: 0.82rem;
    font-weight: 550;
  }
  .caller {
    color: var(--caller);
  }
  .agent {
    color: var(--agent);
  }
  .slider {
    border-radius: 6px;
    background: var(--surface-2);
    cursor: pointer;
    touch-action: none;
  }
  canvas {
    display: block;
    width: 100%;
    height: 7rem;
  }
  .controls {
    gap: 0.75rem;
  }
`;
