const keptApart = (table: string): string => `
  alter table heed.${table} enable row level security;
  alter table heed.${table} force row level security;
  create policy own on heed.${table} using (partnership = (select heed.mine()));
`;

/**
 * What the database has to hold, step by step. A step that has shipped is never changed: what is needed
 * later is a step of its own. Each runs once, all that are missing in one transaction (prepare.ts).
 *
 * Whose a row is follows from the role that asks, which no setting of a session can change: `seats` says
 * for which partnership a role works, and the policies ask it. Entries can be read and added, never
 * changed or taken away, by the role that Heed works as.
 */
export const STEPS: readonly string[] = [
  `
  create table heed.partnerships (
    name text primary key check (name ~ '^[a-z][a-z0-9_]{0,39}$'),
    begun timestamptz not null default now()
  );
  create table heed.seats (
    role name primary key,
    partnership text not null references heed.partnerships
  );
  create function heed.mine() returns text language sql stable
    return (select partnership from heed.seats where role = current_user);

  create table heed.entries (
    partnership text not null default heed.mine() references heed.partnerships,
    seq integer not null check (seq > 0),
    link text not null,
    body text not null,
    writer uuid not null,
    written timestamptz not null default clock_timestamp(),
    primary key (partnership, seq)
  );
  create table heed.pictures (
    partnership text primary key default heed.mine() references heed.partnerships,
    seq integer not null,
    body text not null
  );
  create table heed.claims (
    partnership text not null default heed.mine() references heed.partnerships,
    key text not null,
    holder uuid not null,
    until timestamptz not null,
    primary key (partnership, key)
  );
  create table heed.journals (
    partnership text not null default heed.mine() references heed.partnerships,
    name text not null,
    n bigint generated always as identity,
    writer uuid not null,
    body text not null,
    primary key (partnership, name, n)
  );

  alter table heed.seats enable row level security;
  create policy own on heed.seats using (role = current_user);
  alter table heed.partnerships enable row level security;
  create policy own on heed.partnerships using (name = (select heed.mine()));
  ${['entries', 'pictures', 'claims', 'journals'].map(keptApart).join('')}
  `,
];

/** What the role that Heed works as may do with each. */
export const GRANTS = {
  entries: 'select, insert',
  pictures: 'select, insert, update',
  claims: 'select, insert, update, delete',
  journals: 'select, insert',
  seats: 'select',
} as const;
