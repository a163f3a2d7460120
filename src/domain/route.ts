import { z } from 'zod';

/** The ways to people, in the order in which they are tried where a post has no order of its own. */
export const ROUTES = ['slack', 'teams', 'email'] as const;
export const Route = z.enum(ROUTES);
export type Route = z.infer<typeof Route>;

const SAID: Readonly<Record<Route, string>> = {
  slack: 'in Slack',
  teams: 'in Teams',
  email: 'by e-mail',
};

/** "by e-mail": after what was done. */
export const sayRoute = (route: Route): string => SAID[route];

/** All of them, those first that are named. */
export const inOrder = (first: readonly Route[]): readonly Route[] => [
  ...new Set([...first, ...ROUTES]),
];
