import { css } from "lit";

export const callStyle = css`
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 2rem;
    justify-content: space-between;
    align-items: center;
  }
  .facts dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 2rem;
    margin: 0;
    min-width: 0;
  }
  dt {
    color: var(--ink-2);
    font-size: 0.82rem;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .frame {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .where {
    --diagram-height: clamp(20rem, 56vh, 40rem);
  }
  .now {
    font-weight: 550;
    color: var(--accent);
  }
  .pad {
    padding: 0.875rem 1.125rem;
  }
  .variables {
    margin: 0;
    max-height: 16rem;
    overflow: auto;
  }
  .variables > div {
    display: grid;
    grid-template-columns: minmax(8rem, 30%) minmax(0, 1fr);
    gap: 0.75rem;
    padding: 0.4rem 1.125rem;
  }
  .variables > div + div {
    border-top: 1px solid var(--line);
  }
  .log {
    list-style: none;
    margin: 0;
    padding: 0.4rem 0;
    max-height: 24rem;
    overflow: auto;
  }
  .log li {
    display: grid;
    grid-template-columns: 6.5rem minmax(0, 1fr);
    column-gap: 0.75rem;
    padding: 0.25rem 1.125rem;
    font-size: 0.867rem;
    overflow-wrap: anywhere;
  }
  .log li :nth-child(3) {
    grid-column: 2;
  }
  @media (min-width: 1180px) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
  }
`;
