import { css } from "lit";

export const shellStyle = css`
  .skip {
    position: absolute;
    left: 1rem;
    top: -4rem;
    z-index: 20;
    background: var(--accent);
    color: var(--accent-ink);
    padding: 0.5rem 1rem;
    border-radius: 0 0 6px 6px;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
  }
  .skip:focus {
    top: 0;
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 10;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.4rem 1.25rem;
    min-height: 3.25rem;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    font-weight: 650;
    color: var(--ink);
    text-decoration: none;
  }
  .brand img {
    width: 1.75rem;
    height: 1.75rem;
  }
  .me {
    margin-left: auto;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-width: 0;
  }
  .name {
    max-width: 14rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 550;
  }
  .role {
    font-size: 0.82rem;
    color: var(--ink-2);
    border: 1px solid var(--line);
    border-radius: 1rem;
    padding: 0 0.5rem;
  }
  .menu {
    display: none;
  }
  .frame {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
  }
  nav {
    position: sticky;
    top: 3.25rem;
    align-self: start;
    display: grid;
    gap: 2px;
    padding: 1.25rem 0.75rem;
  }
  nav a {
    display: flex;
    justify-content: space-between;
    align-items: center;
    padding: 0.4rem 0.75rem;
    border-radius: 6px;
    color: var(--ink);
    text-decoration: none;
  }
  nav a:hover {
    background: var(--surface-2);
  }
  nav a[aria-current] {
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }
  kbd {
    font-family: var(--mono);
    font-size: 0.75rem;
    color: var(--ink-2);
    opacity: 0;
  }
  nav a:hover kbd,
  nav a:focus-visible kbd {
    opacity: 1;
  }
  main {
    padding: 1.5rem 1.5rem 4rem;
    min-width: 0;
    min-height: calc(100vh - 3.25rem);
    max-width: 96rem;
    outline: none;
  }
  @media (max-width: 860px) {
    .menu {
      display: inline-flex;
      padding-inline: 0.4rem;
    }
    .bar {
      padding-inline: 0.75rem;
    }
    .frame {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      display: none;
      position: static;
      border-bottom: 1px solid var(--line);
      background: var(--surface);
      padding: 0.5rem 0.75rem 0.75rem;
    }
    nav.open {
      display: grid;
    }
    main {
      padding: 1.125rem 0.875rem 3rem;
    }
  }
  @media (max-width: 560px) {
    .brand span,
    .role {
      display: none;
    }
    .name {
      max-width: 6.5rem;
    }
    .me {
      gap: 0.125rem;
    }
    .me button {
      padding-inline: 0.4rem;
    }
  }
`;
